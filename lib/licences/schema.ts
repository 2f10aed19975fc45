import { z } from 'zod'

const instant = z.iso.datetime()
const closest = z.object({ licenceId: z.string(), similarity: z.number() })

const identification = z
  .object({
    verdict: z.enum(['MATCH', 'CONTAINS', 'PARTIAL', 'MODIFIED', 'UNKNOWN']),
    licenceId: z.string().nullable(),
    alternatives: z.array(z.string()).describe('Other ids that stand for the very same words'),
    basis: z.enum(['sha256', 'fingerprint']).nullable(),
    closest: closest.nullable().describe('For comparison, not for reliance'),
    engineVersion: z.string(),
  })
  .meta({ id: 'Identification' })

const sighting = z
  .object({
    model: z.object({ id: z.uuid(), name: z.string() }),
    revision: z.string(),
    path: z.string(),
    at: instant,
  })
  .meta({ id: 'TextSighting', title: 'Where a text stood' })

const heldText = {
  id: z.string().describe('The SHA-256 of the bytes as published'),
  sha256: z.string(),
  encoding: z.string(),
  size: z.int().describe('Bytes'),
  recordedAt: instant,
  identification: identification.nullable().describe('null: not judged yet'),
  asOf: instant,
  source: z.string().nullable().describe('Where it was first seen'),
}

/** A licence text as lists answer it. */
export const licenceTextItem = z
  .object({ ...heldText, sightings: z.int().describe('Places it was seen at') })
  .meta({ id: 'LicenceText' })

/** A licence text with where it was seen. */
export const licenceTextDetail = z
  .object({ ...heldText, sightings: z.array(sighting), sightingCount: z.int(), isText: z.boolean() })
  .meta({ id: 'LicenceTextDetail' })

/** A licence as lists answer it. */
export const licenceItem = z
  .object({
    id: z.string(),
    name: z.string(),
    openness: z.enum(['permissive', 'conditional', 'research', 'unknown']),
    hasTerms: z.boolean().describe('Whether its terms were read'),
    models: z.int(),
    texts: z.int().describe('Texts held that were recognised as it'),
    deployments: z.int().nullable().describe('That you may see; null where you may see none'),
  })
  .meta({ id: 'Licence' })

const term = z
  .object({
    key: z.string(),
    question: z.string(),
    value: z.json().describe('As it was read; null: not read'),
    says: z.string().nullable(),
    section: z.string().nullable(),
    confidence: z.enum(['high', 'medium', 'low', 'none']),
    evidence: z.string().nullable().describe('Words of the text itself'),
    note: z.string().nullable(),
  })
  .meta({ id: 'LicenceTerm' })

/** A licence with its terms as they were read. */
export const licenceDetail = licenceItem
  .extend({
    terms: z
      .object({
        notice: z.string(),
        name: z.string(),
        licensor: z.string(),
        date: z.string(),
        read: z.enum(['full', 'partial', 'secondary']),
        asOf: z.string(),
        source: z.string(),
        isRehosted: z.boolean().describe("The copy read is not the licensor's own"),
        sha256: z.string().nullable(),
        warning: z.string().nullable(),
        items: z.array(term),
      })
      .nullable()
      .describe('null: nobody has read them'),
    textsHeld: z.array(licenceTextItem),
  })
  .meta({ id: 'LicenceDetail' })
