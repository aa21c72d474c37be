import { type ReactNode, useRef } from 'react';
import { DropZone } from '../app/drop-zone.js';
import { FileButton } from '../app/file-button.js';
import { type DroppedFile, droppedFiles } from '../images/dropped-files.js';

/** Where an archive, or a folder of files, is dropped or chosen. */
export function ChooseFiles(props: {
  /** What can be chosen as one file, as the browser’s dialogue is told. */
  accept: string;
  /** What the buttons say, and what is chosen by them for whoever does not see them. */
  file: { readonly words: string; readonly label: string };
  folder: { readonly label: string };
  disabled?: boolean;
  children: ReactNode;
  onFound: (files: readonly DroppedFile[]) => void;
}) {
  const { accept, file, folder, disabled = false, children } = props;
  const folderInput = useRef<HTMLInputElement>(null);
  const found = (files: readonly DroppedFile[]) => {
    if (files.length > 0 && !disabled) props.onFound(files);
  };
  return (
    <DropZone onDrop={(dropped) => void droppedFiles(dropped).then(({ found: files }) => found(files))}>
      <p>{children}</p>
      <FileButton
        className="btn small"
        accept={accept}
        label={file.label}
        disabled={disabled}
        onFile={(chosen) => found([{ file: chosen, path: chosen.name }])}
      >
        {file.words}
      </FileButton>
      <button
        type="button"
        className="btn small"
        aria-disabled={disabled || undefined}
        onClick={() => (disabled ? undefined : folderInput.current?.click())}
      >
        Choose a folder
      </button>
      <input
        ref={folderInput}
        type="file"
        multiple
        hidden
        aria-label={folder.label}
        {...{ webkitdirectory: '' }}
        onChange={({ currentTarget }) => {
          found(
            [...(currentTarget.files ?? [])].map((each) => ({ file: each, path: each.webkitRelativePath })),
          );
          currentTarget.value = '';
        }}
      />
    </DropZone>
  );
}
