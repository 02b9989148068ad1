import type { ReactNode } from 'react';

interface PageProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** Tabs or sums in a strip of their own below the header. */
  readonly strip?: ReactNode;
  /** The body fills the page edge to edge, each part scrolling for itself. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** Header, an optional strip, and the body that takes what is left. */
export function Page({ title, subtitle, actions, strip, flush = false, children }: PageProps) {
  return (
    <div className="page">
      <header className="page-header">
        <h1>{title}</h1>
        {subtitle && <span className="subtitle">{subtitle}</span>}
        <div className="actions">{actions}</div>
      </header>
      <div>{strip}</div>
      <div className={flush ? 'page-body flush' : 'page-body'}>{children}</div>
    </div>
  );
}

interface PanelProps {
  readonly title?: ReactNode;
  readonly note?: ReactNode;
  readonly extra?: ReactNode;
  readonly foot?: ReactNode;
  readonly padded?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Panel({ title, note, extra, foot, padded = false, className = '', children }: PanelProps) {
  return (
    <section className={`panel ${className}`}>
      {title && (
        <header className="panel-title">
          <h2>{title}</h2>
          {note && <span className="secondary">{note}</span>}
          {extra && <div className="extra">{extra}</div>}
        </header>
      )}
      <div className={padded ? 'panel-body padded' : 'panel-body'}>{children}</div>
      {foot && <footer className="panel-foot">{foot}</footer>}
    </section>
  );
}

/** A key as it stands on the keyboard; shown on wide screens only unless told otherwise. */
export function Key({ children, always = false }: { readonly children: string; readonly always?: boolean }) {
  return <kbd className={always ? 'key' : 'key wide-only'}>{children}</kbd>;
}

/** An empty list teaches: one sentence and one button. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}
