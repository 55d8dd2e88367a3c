import { TriangleAlert } from 'lucide-preact';
import { useViewStore } from '@/components/store/view-store';
import type { Field } from '@/lib/text/problem-text';
import { problemText } from '@/lib/text/problem-text';

/** The sentence about what is wrong with a field, said as soon as it appears. */
export function FieldProblem({ field }: { field: Field }) {
  const { validation } = useViewStore();
  const problem = validation.problemAt(field);
  if (!problem) return null;
  return (
    <p class="problem" id={`problem-${field}`} role="alert">
      <TriangleAlert class="i" aria-hidden="true" />
      <span>{problemText(problem)}</span>
    </p>
  );
}
