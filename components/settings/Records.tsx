import '../ui/Question.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { warn } from '@/lib/base/log';
import { sendCommand } from '@/lib/messaging/client';
import { number } from '@/lib/text/format';
import { exportRecords } from './export-records';

/** The user's records: take them along, or delete them. */
export function Records() {
  const { announcer } = useOptionsStore();
  const asks = useSignal(false);
  const remove = useRef<HTMLButtonElement>(null);
  const back = () => {
    asks.value = false;
    requestAnimationFrame(() => remove.current?.focus());
  };
  const follow = async (step: () => Promise<string>) => {
    try {
      announcer.announce(await step());
    } catch (error) {
      warn('records', error);
      announcer.announce(i18n.t('refusal.unanswered'));
    }
  };
  return (
    <>
      <p class="row-act">
        <button
          type="button"
          class="btn"
          onClick={() =>
            void follow(async () => i18n.t('privacy.exported', [await exportRecords()]))
          }
        >
          {i18n.t('privacy.export')}
        </button>
        <button
          type="button"
          class="btn push"
          ref={remove}
          aria-expanded={asks.value}
          onClick={() => {
            asks.value = true;
          }}
        >
          {i18n.t('privacy.delete')}
        </button>
      </p>
      {asks.value && (
        <DeleteQuestion
          onBack={back}
          onYes={() => {
            back();
            void follow(deleteRecords);
          }}
        />
      )}
    </>
  );
}

async function deleteRecords(): Promise<string> {
  const { deleted, kept } = await sendCommand('deleteRecords', {});
  return i18n.t('privacy.deleted', [number(deleted), number(kept)]);
}

/** Asks in place; the focus goes to the way back. */
function DeleteQuestion({ onYes, onBack }: { onYes: () => void; onBack: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div
      class="ask ask-box"
      role="alertdialog"
      aria-labelledby="delete-question"
      onKeyDown={({ key }) => key === 'Escape' && onBack()}
    >
      <p id="delete-question">{i18n.t('privacy.ask')}</p>
      <div class="row-act">
        <button type="button" class="btn btn-bad" onClick={onYes}>
          {i18n.t('privacy.yes')}
        </button>
        <button type="button" class="btn" ref={keep} onClick={onBack}>
          {i18n.t('privacy.no')}
        </button>
      </div>
    </div>
  );
}
