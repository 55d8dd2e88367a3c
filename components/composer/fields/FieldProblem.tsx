import { TriangleAlert } from 'lucide-preact';
import { problemAt } from '@/components/store/problems';
import type { Field } from '@/lib/text/problem-words';
import { problemWords } from '@/lib/text/problem-words';

/** The sentence about what is wrong with a field, said as soon as it appears. */
export function FieldProblem({ field }: { field: Field }) {
  const problem = problemAt(field);
  if (!problem) return null;
  return (
    <p class="problem" id={`problem-${field}`} role="alert">
      <TriangleAlert class="i" aria-hidden="true" />
      <span>{problemWords(problem)}</span>
    </p>
  );
}
