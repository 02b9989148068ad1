import { Button } from 'antd';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { importDeskText as text } from '../../text/import-desk.ts';

interface UndoImportProps {
  readonly sender: string;
  readonly name: string;
  readonly sequence: number;
  readonly onUndone?: () => void;
}

/** It can be taken in again, so nothing is asked first. */
export function UndoImportButton({ sender, name, sequence, onUndone }: UndoImportProps) {
  const undo = useWrite(core.exchange.undoImport, {
    done: ({ rows }) => text.undone(name, sequence, rows),
    onDone: () => onUndone?.(),
  });
  return (
    <Button
      size="small"
      loading={undo.isPending}
      aria-label={`${text.undo} ${name} ${sequence}`}
      onClick={() => undo.mutate({ sender, sequence })}
    >
      {text.undo}
    </Button>
  );
}
