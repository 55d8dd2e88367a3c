import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useEffect } from 'preact/hooks';
import { warn } from '@/lib/base/log';
import { ask } from '@/lib/store/ask';
import { readPicture } from '@/lib/store/pictures';

interface Props {
  /** Media id. */
  readonly id: string | undefined;
  /** What to show where no picture was kept. */
  readonly otherwise: ComponentChild;
}

/** A picture as it was kept on this device; its address inside the page ends with the view. */
export function KeptPicture({ id, otherwise }: Props) {
  const address = useSignal<string | undefined>(undefined);
  useEffect(() => {
    if (id === undefined) return undefined;
    let isGone = false;
    ask((from) => readPicture(id, from))
      .then((picture) => {
        if (picture && !isGone) address.value = URL.createObjectURL(picture);
      })
      .catch((error: unknown) => warn('picture', error));
    return () => {
      isGone = true;
      if (address.peek() !== undefined) URL.revokeObjectURL(address.peek() ?? '');
    };
  }, [id]);
  if (address.value === undefined) return otherwise;
  const fail = () => {
    address.value = undefined;
  };
  return <img class="pic" src={address.value} alt="" draggable={false} onError={fail} />;
}
