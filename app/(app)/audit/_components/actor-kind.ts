import type { PersonKind } from '#app/_ui/person-mark.tsx'

const KINDS: readonly PersonKind[] = ['person', 'automation', 'operator', 'token']

/** Who acted, as the mark knows them. */
export function actorKind(kind: string): PersonKind {
  return KINDS.find((one) => one === kind) ?? 'person'
}
