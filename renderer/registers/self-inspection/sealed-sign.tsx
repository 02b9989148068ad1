import { sealedText } from '../../text/self-inspection-page.ts';

/** In a summary's place for an account without the key of the register: that there is one, and who reads it. */
export function SealedSign() {
  return (
    <p className="self-inspection-unread">
      <span className="self-inspection-seal" title={sealedText.title}>
        {sealedText.sign}
      </span>
      <span className="secondary">{sealedText.whoReads}</span>
    </p>
  );
}
