import './Question.css';
import { TriangleAlert } from 'lucide-preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  readonly sentence: string;
  /** Text of the button that says yes, with the price. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onBack: () => void;
}

/**
 * Asks once more before credits are spent. The focus goes to the way back; the second click of a
 * double click answers nothing, and the keys that send are not a yes.
 */
export function Question({ sentence, yes, onYes, onBack }: Props) {
  const id = useId();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const isBack = event.key === 'Escape';
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isBack && !isSend) return;
    event.preventDefault();
    if (isBack) onBack();
  };
  const once =
    (press: () => void) =>
    ({ detail }: MouseEvent) => {
      if (detail < 2) press();
    };
  return (
    <div class="ask" role="alertdialog" aria-labelledby={id} onKeyDown={onKeyDown}>
      <p id={id}>
        <TriangleAlert class="i" aria-hidden="true" />
        <span>{sentence}</span>
      </p>
      <div class="ask-act">
        <button type="button" class="btn btn-main" onClick={once(onYes)}>
          {yes}
        </button>
        <button type="button" class="btn ask-back" ref={back} onClick={once(onBack)}>
          {i18n.t('ask.back')}
        </button>
      </div>
    </div>
  );
}
