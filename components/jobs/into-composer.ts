import type { ViewStore } from '@/components/store/view-store';
import type { Draft } from '@/lib/drafts/draft';

/** Puts parts of a draft into the composer and goes there. */
export function intoComposer(
  { composer, focus, navigation, validation }: ViewStore,
  parts: Partial<Draft>,
): void {
  validation.startOver();
  composer.change(parts);
  navigation.showComposer();
  focus.on('action');
}
