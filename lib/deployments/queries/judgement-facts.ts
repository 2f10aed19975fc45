import { z } from 'zod'
import type { Queryable } from '#lib/db/client.ts'
import { type BindingBasis, bindingsAt } from '#lib/licences/binding-periods.ts'
import { type Declaration, readDeclaration } from '#lib/licences/declared.ts'
import { type Identification, unknownText } from '#lib/licences/identification.ts'
import { ENGINE_VERSION } from '#lib/licences/identify.ts'
import { loadEffectiveReadings } from '#lib/licences/queries/readings.ts'
import { listIdentifications } from '#lib/licences/queries/texts.ts'
import type { EffectiveReading } from '#lib/licences/reading.ts'
import { textShasOf } from '#lib/upstream/agreement.ts'
import { readState } from '#lib/upstream/queries/state-shape.ts'
import { baseModelNames, type RepositoryState } from '#lib/upstream/repository-state.ts'
import { governingOf } from '#lib/upstream/sighting.ts'
import { type CountingText, concludedText, type JudgementFacts } from '../subject-of.ts'

/** A deployment's newest version as it is judged. */
export interface JudgeableDeployment {
  deploymentId: string
  teamId: string
  teamSlug: string
  slug: string
  createdAt: Date
  version: Awaited<ReturnType<typeof newestVersions>>[number]
  facts: JudgementFacts
}

const NAMELESS = unknownText(ENGINE_VERSION)

const rawDeclaration = z.object({
  license: z.union([z.string(), z.array(z.string())]).nullable(),
  licenseName: z.string().nullable(),
  licenseLink: z.string().nullable(),
  tags: z.array(z.string()),
})

async function newestVersions(db: Queryable, deploymentIds: readonly string[]) {
  const rows = await db.deploymentVersion.findMany({
    where: { deploymentId: { in: [...deploymentIds] } },
    orderBy: [{ deploymentId: 'asc' }, { n: 'desc' }],
    distinct: ['deploymentId'],
    include: {
      deployment: { include: { team: true } },
      model: { include: { current: true } },
      revision: { include: { sightings: true, bindings: { orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] } } },
      pinnedBinding: true,
    },
  })
  return rows
}

/** Loads what judging these deployments needs, in a fixed number of queries whatever their count. */
export async function listJudgeable(db: Queryable, deploymentIds: readonly string[]): Promise<JudgeableDeployment[]> {
  const versions = await newestVersions(db, deploymentIds)
  const states = await db.repositoryState.findMany({
    where: { repository: { modelId: { in: versions.map((row) => row.modelId) } } },
    include: { repository: true, observation: true },
  })
  const stateOf = new Map<string, RepositoryState>(
    states.map((row) => [row.repository.modelId, readState(row.observation.state)]),
  )
  const shas = [
    ...versions.flatMap((row) =>
      [
        row.pinnedTextSha ?? [],
        concludedOf(row)?.textSha ?? [],
        row.revision?.sightings.map((sighting) => sighting.textSha) ?? [],
      ].flat(),
    ),
    ...[...stateOf.values()].flatMap(textShasOf),
  ]
  const identifications = await listIdentifications(db, [...new Set(shas)])
  const read = await loadEffectiveReadings(db, [...new Set(versions.flatMap(countingShas))])
  const bases = await listBases(db, [...stateOf.values()])
  return versions.map((version) => ({
    deploymentId: version.deploymentId,
    teamId: version.deployment.teamId,
    teamSlug: version.deployment.team.slug,
    slug: version.deployment.slug,
    createdAt: version.deployment.createdAt,
    version,
    facts: factsOf(version, stateOf.get(version.modelId) ?? null, identifications, read, bases),
  }))
}

function factsOf(
  version: JudgeableDeployment['version'],
  state: RepositoryState | null,
  identifications: ReadonlyMap<string, Identification>,
  read: (text: CountingText) => EffectiveReading,
  bases: ReadonlyMap<string, string>,
): JudgementFacts {
  const { revision, model, pinnedTextSha } = version
  const users = version.monthlyActiveUsers
  const governing = state === null ? null : governingOf(state, identifications)
  const concluded = concludedOf(version)
  const identified = (sha256: string) => identifications.get(sha256) ?? NAMELESS
  const counting =
    concluded !== null
      ? concludedText(concluded, identified)
      : pinnedTextSha === null
        ? null
        : { sha256: pinnedTextSha, identification: identified(pinnedTextSha) }
  return {
    deployment: {
      use: version.use,
      environment: version.environment,
      exposure: version.exposure,
      accessChannel: version.accessChannel,
      monthlyActiveUsers: users === null ? null : Number(users),
      regions: version.regions,
    },
    model: {
      id: model.id,
      name: model.current?.name ?? model.id,
      kind: model.kind,
      lineage: model.current?.lineage ?? null,
      generation: model.current?.generation ?? null,
    },
    revision: { kind: revision?.kind ?? 'unknown', isConfirmed: revision?.knowledge === 'observed' },
    declaration: declarationOf(version),
    concluded: concluded && { licenceId: concluded.licenceId },
    pinned: counting && { ...counting, reading: read(counting) },
    stoodTextSha: concluded === null ? pinnedTextSha : (newestOn(version, 'identified')?.textSha ?? null),
    texts: (revision?.sightings ?? []).map((sighting) => ({
      path: sighting.path,
      identification: identified(sighting.textSha),
    })),
    bases: (state === null ? [] : baseModelNames(state)).flatMap((name) => {
      const licenceId = bases.get(name)
      return licenceId === undefined ? [] : [{ name, licenceId }]
    }),
    upstream: governing,
  }
}

/** The licences of the models that others were made from, where a look has identified their text; by name. */
async function listBases(db: Queryable, states: readonly RepositoryState[]): Promise<Map<string, string>> {
  const names = [...new Set(states.flatMap(baseModelNames))]
  if (names.length === 0) return new Map()
  const rows = await db.modelCurrent.findMany({
    where: { name: { in: names }, licenceBasis: 'identified' },
    select: { name: true, licenceId: true },
  })
  return new Map(rows.flatMap(({ name, licenceId }) => (licenceId === null ? [] : [[name, licenceId]])))
}

/** What a person concluded to govern the revision that runs; it goes before what was pinned, which stays as it is. */
function concludedOf(version: JudgeableDeployment['version']) {
  return newestOn(version, 'concluded')
}

/** The texts that may count for a version: the one it pins, and the one a person concluded. */
function countingShas(version: JudgeableDeployment['version']): string[] {
  return [version.pinnedTextSha ?? [], concludedOf(version)?.textSha ?? []].flat()
}

function newestOn({ revision }: JudgeableDeployment['version'], basis: BindingBasis) {
  return bindingsAt(revision?.bindings ?? [])[basis] ?? null
}

/** What the revision's card declared; an observed revision without a declaration has said nothing, an unread one is null. */
function declarationOf({ revision }: JudgeableDeployment['version']): Declaration | null {
  if (revision?.knowledge !== 'observed') return null
  const raw = rawDeclaration.safeParse(
    revision.bindings.find((binding) => binding.basis === 'declared')?.rawDeclaration,
  ).data
  if (!raw) return readDeclaration({})
  return readDeclaration({
    cardData: { license: raw.license, license_name: raw.licenseName, license_link: raw.licenseLink },
    tags: raw.tags,
  })
}
