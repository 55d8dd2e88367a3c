import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useEffect } from 'preact/hooks';
import { warn } from '@/lib/base/log';
import { ask } from '@/lib/storage/ask';
import { readPicture } from '@/lib/storage/pictures';

interface Props {
  /** Media id. */
  readonly id: string | undefined;
  /** What to show where no picture was kept. */
  readonly otherwise: ComponentChild;
}

/** A picture as it was kept on this device; its URL inside the page ends with the view. */
export function KeptPicture({ id, otherwise }: Props) {
  const url = useSignal<string | undefined>(undefined);
  useEffect(() => {
    if (id === undefined) return undefined;
    let isGone = false;
    ask((from) => readPicture(id, from))
      .then((picture) => {
        if (picture && !isGone) url.value = URL.createObjectURL(picture);
      })
      .catch((error: unknown) => warn('picture', error));
    return () => {
      isGone = true;
      if (url.peek() !== undefined) URL.revokeObjectURL(url.peek() ?? '');
    };
  }, [id]);
  if (url.value === undefined) return otherwise;
  const fail = () => {
    url.value = undefined;
  };
  return <img class="pic" src={url.value} alt="" draggable={false} onError={fail} />;
}
