import { limits } from '@travellite/protocol';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Icon } from './icon.js';

const maxRows = 8;
/** Below this many characters left, the number is shown. */
const shortOf = 1_000;

/** The box to write in: Enter sends, Shift+Enter begins a new line. */
export function Composer({ begun, onSend }: { begun: boolean; onSend: (text: string) => boolean }) {
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const left = limits.maxTextLength - text.length;
  const sendable = text.trim() !== '' && left >= 0;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (sendable && onSend(text)) setText('');
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form className="composer" onSubmit={submit} aria-label="Write a message">
      <label className="visually-hidden" htmlFor="message">
        Message
      </label>
      <textarea
        id="message"
        ref={box}
        value={text}
        rows={Math.min(maxRows, text.split('\n').length)}
        placeholder={begun ? 'Reply, or change anything' : 'Where would you like to go?'}
        enterKeyHint="send"
        aria-describedby="message-hint"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="send" aria-label="Send" disabled={!sendable}>
        <Icon name="send" />
      </button>
      <p className="composer-hint" id="message-hint">
        {left < shortOf ? (
          <span className={left < 0 ? 'fault-text' : undefined}>
            {left >= 0 ? `${left} characters left` : `${-left} characters too many`}
          </span>
        ) : (
          <>
            <kbd>Enter</kbd> sends, <kbd>Shift</kbd>+<kbd>Enter</kbd> starts a new line
          </>
        )}
      </p>
    </form>
  );
}
