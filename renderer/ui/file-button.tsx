import { Button } from 'antd';
import { useRef } from 'react';

interface FileButtonProps {
  readonly label: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Asks for a folder, and gives the files in it. */
  readonly folder?: boolean;
  readonly primary?: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}

/** The browser's own control speaks the browser's language; this button speaks the page's. */
export function FileButton({ label, accept, multiple, folder, primary, onChoose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span>
      <Button type={primary ? 'primary' : 'default'} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        multiple={multiple}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file again is a choice again.
          target.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
    </span>
  );
}
