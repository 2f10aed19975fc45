import type { Freshness } from '#app/_ui/freshness-mark.tsx'
import { OPENNESS_ORDER } from '#app/_ui/openness.ts'
import type { ModelRow } from '#lib/catalogue/queries/models.ts'
import { licenceName } from '#lib/licences/licence.ts'
import type { ModelStanding } from '#lib/upstream/model-standing.ts'
import type { ModelListRow } from './model-columns.tsx'

const STATES: Readonly<Record<string, string>> = {
  open: 'Open',
  gated: 'Gated',
  withheld: 'Withheld: private or deleted',
  disabled: 'Disabled by the hub',
  emptied: 'Emptied: no weights left',
  unseen: 'Not seen by any look',
}

/** A state at the hub in words. */
export function stateText(state: string): string {
  return STATES[state] ?? state
}

/** How a model stands at its hub, in words and with how current that is. */
export function standingSays(standing: ModelStanding): { says: string; freshness: Freshness | null; at: Date | null } {
  switch (standing.kind) {
    case 'seen':
      return { says: stateText(standing.state), freshness: standing.freshness, at: standing.lastSeenAt }
    case 'not-listed':
      return { says: 'Not listed', freshness: standing.freshness, at: standing.at }
    case 'never-looked':
      return { says: 'Unknown', freshness: { state: 'never' }, at: null }
    case 'nowhere':
      return { says: 'No weights to look at', freshness: null, at: null }
  }
}

/** A row of the list as its table shows it. */
export function modelListRow(row: ModelRow, standing: ModelStanding, now: Date): ModelListRow {
  const line = [row.lineage, row.generation, row.tier].filter((part) => part !== null)
  return {
    id: row.modelId,
    name: row.name,
    publisher: row.publisher,
    family: row.family,
    kind: row.kind,
    openness: OPENNESS_ORDER.find((step) => step === row.openness) ?? 'unknown',
    licence: {
      name: row.licenceId === null ? null : licenceName(row.licenceId),
      basis: basisOf(row.licenceBasis),
      isMismatched: row.hasMismatch,
    },
    line: line.length === 0 ? null : line.join(' · '),
    task: row.task,
    parameters: row.paramsTotalB === null ? null : `${row.paramsTotalB.toLocaleString('en')} B`,
    context: row.contextTokens?.toLocaleString('en') ?? null,
    released:
      row.releaseOn === null
        ? null
        : { on: row.releaseOn, precision: row.releasePrecision === 'month' ? 'month' : 'day' },
    upstream: standingSays(standing),
    now,
  }
}

function basisOf(basis: string | null): ModelListRow['licence']['basis'] {
  return basis === 'identified' || basis === 'declared' ? basis : 'catalogue'
}
