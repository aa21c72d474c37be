/** A RELAX NG name class: which expanded names an element or attribute pattern accepts (RELAX NG §6.2, “Name classes”). */
export type NameClass =
  | { readonly kind: 'name'; readonly namespace: string; readonly name: string }
  | { readonly kind: 'any'; readonly except: NameClass | undefined }
  | { readonly kind: 'namespace'; readonly namespace: string; readonly except: NameClass | undefined }
  | { readonly kind: 'choice'; readonly options: readonly NameClass[] };

/** Whether the expanded name belongs to the class. */
export function nameClassContains(nameClass: NameClass, namespace: string, name: string): boolean {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.name === name && nameClass.namespace === namespace;
    case 'any':
      return nameClass.except === undefined || !nameClassContains(nameClass.except, namespace, name);
    case 'namespace':
      return (
        nameClass.namespace === namespace &&
        (nameClass.except === undefined || !nameClassContains(nameClass.except, namespace, name))
      );
    case 'choice':
      return nameClass.options.some((option) => nameClassContains(option, namespace, name));
  }
}

/** The local names that the class lists one by one; wildcards contribute nothing. */
export function listedNames(nameClass: NameClass): readonly { namespace: string; name: string }[] {
  switch (nameClass.kind) {
    case 'name':
      return [nameClass];
    case 'choice':
      return nameClass.options.flatMap(listedNames);
    default:
      return [];
  }
}
