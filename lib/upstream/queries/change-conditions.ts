import type { Prisma } from '#generated/prisma/client.ts'
import { isoWeekBounds, parseIsoWeek } from '#lib/shared/iso-week.ts'
import type { ChangeStatus } from '../change.ts'
import { type ChangeFilter, upstreamIdSchema } from '../schema.ts'

const DAY = 86_400_000

const STANDS: Readonly<Record<ChangeStatus, Prisma.ChangeWhereInput>> = {
  suspected: { statuses: { none: { status: { in: ['confirmed', 'cleared'] } } } },
  confirmed: { statuses: { some: { status: 'confirmed' }, none: { status: 'cleared' } } },
  cleared: { statuses: { some: { status: 'cleared' } } },
}

/** A model by its id, or by any name it has or had on the hub. */
export function modelCondition(model: string): Prisma.ModelWhereInput {
  return upstreamIdSchema.safeParse(model).success ? { id: model } : { names: { some: { name: model } } }
}

/** The changes that match. */
export function changeConditions(filter: ChangeFilter): Prisma.ChangeWhereInput {
  const { kind, status, grade, model, publisher, week, from, to, cards } = filter
  return {
    AND: [
      kind ? { kind } : cards !== 'true' ? { kind: { not: 'card_changed' } } : {},
      status ? STANDS[status] : {},
      grade ? { grade } : {},
      model ? { model: modelCondition(model) } : {},
      publisher ? { model: { publisher: { name: publisher } } } : {},
      week ? inWeek(week) : {},
      from ? { observedAt: { gte: new Date(`${from}T00:00:00Z`) } } : {},
      to ? { observedAt: { lt: new Date(Date.parse(`${to}T00:00:00Z`) + DAY) } } : {},
    ],
  }
}

function inWeek(text: string): Prisma.ChangeWhereInput {
  const week = parseIsoWeek(text)
  if (week === undefined) return {}
  const { from, to } = isoWeekBounds(week)
  const at = { gte: from, lt: to }
  return {
    OR: [
      { statuses: { some: { status: 'confirmed', at } } },
      { statuses: { none: { status: 'confirmed' } }, observedAt: at },
    ],
  }
}
