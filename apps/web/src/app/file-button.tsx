import { type ReactNode, useRef } from 'react';

/** A button by which a file is chosen, or several. */
export function FileButton(
  props: {
    /** What can be chosen, as the browser’s dialogue is told: endings and media types. */
    accept: string;
    /** What the file is, for whoever does not see the button. */
    label: string;
    className: string;
    disabled?: boolean;
    children: ReactNode;
  } & ({ onFile: (file: File) => void } | { onFiles: (files: readonly File[]) => void }),
) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={props.className}
        aria-disabled={props.disabled || undefined}
        onClick={() => (props.disabled ? undefined : input.current?.click())}
      >
        {props.children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={'onFiles' in props}
        accept={props.accept}
        aria-label={props.label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          const [file] = files;
          // The same file may be chosen again.
          currentTarget.value = '';
          if (!file || props.disabled) return;
          if ('onFiles' in props) props.onFiles(files);
          else props.onFile(file);
        }}
      />
    </>
  );
}
