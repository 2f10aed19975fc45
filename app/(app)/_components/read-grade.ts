import type { Grade } from '#app/_ui/grade-mark.tsx'

const GRADES: readonly Grade[] = ['observed', 'announced', 'reported', 'denied']

/** A stored grade as the mark shows it; what is none counts as somebody else's word. */
export function readGrade(text: string): Grade {
  return GRADES.find((grade) => grade === text) ?? 'reported'
}
