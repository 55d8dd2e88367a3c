import { Info } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Copy } from '@/lib/drafts/copies';
import { number } from '@/lib/text/format';

const KINDS = ['is', 'has', 'making'] as const satisfies readonly Copy[];

/** Says which of the chosen clips are 1080p, or have or get such a copy already. */
export function CopyNotes({ ids }: { ids: readonly string[] }) {
  const { upscaleChoice } = useViewStore();
  const sentences = KINDS.flatMap((kind) => {
    const count = ids.filter((id) => upscaleChoice.copies.value.get(id) === kind).length;
    if (count === 0) return [];
    if (ids.length === 1) return [i18n.t(`upscale.one.${kind}`)];
    return [i18n.t(`upscale.some.${kind}`, count, [number(count)])];
  });
  return (
    <div role="status">
      {sentences.map((sentence) => (
        <p class="note" key={sentence}>
          <Info class="i" aria-hidden="true" />
          <span>{sentence}</span>
        </p>
      ))}
    </div>
  );
}
