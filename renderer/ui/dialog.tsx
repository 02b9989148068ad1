import { type FormEventHandler, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { noticeText } from '../text/frame.ts';
import { isComposing } from './keyboard.ts';

interface DialogProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /**
   * Makes the dialog a form: Enter in a field submits it, Ctrl+Enter from anywhere in it, neither of them
   * while an input method composes.
   */
  readonly onSubmit?: (() => void) | undefined;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

/** The browser's own dialog: it keeps the focus inside, makes the rest inert, and Esc closes it. */
export function Dialog({ title, onClose, wide = false, onSubmit, foot, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) {
      dialog.showModal();
      firstControl(dialog)?.focus();
    }
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const Body = onSubmit ? 'form' : 'div';
  const submit: FormEventHandler = (event) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };

  return (
    <dialog
      ref={element}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onKeyDownCapture={keepWhileListOpen}
      onKeyDown={submitByKey}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <Body {...(onSubmit ? { onSubmit: submit, noValidate: true } : {})}>
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="link-button" onClick={onClose} aria-label={noticeText.close}>
            ✕
          </button>
        </header>
        <div className="dialog-body">{children}</div>
        <footer className="dialog-foot">{foot}</footer>
      </Body>
    </dialog>
  );

  /** Esc closes an open list of choices first; the browser leaves the dialog alone where the key is taken. */
  function keepWhileListOpen(event: KeyboardEvent<HTMLDialogElement>): void {
    const isOpen = event.target instanceof Element && event.target.matches('[aria-expanded="true"]');
    if (event.key === 'Escape' && isOpen) event.preventDefault();
  }

  function submitByKey(event: KeyboardEvent<HTMLDialogElement>): void {
    const { key, ctrlKey, metaKey, nativeEvent } = event;
    if (!onSubmit || key !== 'Enter' || !(ctrlKey || metaKey) || isComposing(nativeEvent)) return;
    event.preventDefault();
    onSubmit();
  }
}

/** The browser itself would begin with the cross in the head. */
function firstControl(dialog: HTMLElement): HTMLElement | null {
  return (
    dialog.querySelector<HTMLElement>('.dialog-body :is(input, textarea):not(:disabled)') ??
    dialog.querySelector<HTMLElement>('.dialog-foot button:not(:disabled)')
  );
}
