import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Whether the left one is held in front: as long as its key is down and the window in front. */
export function useHeld(): Signal<boolean> {
  const isHeld = useSignal(false);
  useEffect(() => {
    const letGo = () => {
      isHeld.value = false;
    };
    const onKeyUp = ({ key }: KeyboardEvent) => key.toLowerCase() === 's' && letGo();
    addEventListener('keyup', onKeyUp);
    addEventListener('blur', letGo);
    return () => {
      removeEventListener('keyup', onKeyUp);
      removeEventListener('blur', letGo);
    };
  }, []);
  return isHeld;
}
