import { type Identity } from '../identity/user-id.js';
import { Icon } from './icon.js';

interface NoticeBarProps {
  identity: Identity;
  fault: string | undefined;
  onDismiss: () => void;
}

/** Something to know that belongs to no message. */
export function NoticeBar({ identity, fault, onDismiss }: NoticeBarProps) {
  const { refused } = identity;
  const words = fault ?? (refused && `The name in the address ${refused.reason}, so it is not used.`);
  if (words === undefined) return null;
  return (
    <div className="banner" role="alert">
      <p>{words}</p>
      {fault !== undefined && (
        <button type="button" className="icon-button" aria-label="Dismiss" onClick={onDismiss}>
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}
