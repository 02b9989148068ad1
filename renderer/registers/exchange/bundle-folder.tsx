import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { importDeskText as text } from '../../text/import-desk.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { exchangeQueries } from './exchange-queries.ts';

/** A whole folder by its path: the core reads it by itself, and nothing of it goes through the page. */
export function BundleFolder({ onChoose }: { readonly onChoose: (path: string) => void }) {
  const [path, setPath] = useState('');
  const typedId = useId();
  const drives = useQuery(exchangeQueries.places());
  const withBundles = (drives.data ?? []).filter(({ bundles }) => bundles.length > 0);
  const read = () => path.trim() && onChoose(path.trim());
  return (
    <div className="import-folder">
      <label htmlFor={typedId}>{text.folder}</label>
      <Input
        id={typedId}
        className="mono"
        value={path}
        placeholder={text.folderHint}
        onChange={({ target }) => setPath(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) read();
        }}
      />
      <Button onClick={read} disabled={path.trim() === ''}>
        {text.readFolder}
      </Button>
      {withBundles.map(({ path: drive, label, bundles }) => (
        <Button key={drive} onClick={() => onChoose(drive)} title={drive}>
          {text.drive(label, bundles.length)}
        </Button>
      ))}
    </div>
  );
}
