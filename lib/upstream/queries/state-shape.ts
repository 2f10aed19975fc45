import { z } from 'zod'
import type { RepositoryState } from '../repository-state.ts'

const text = z.string().nullable()

const seen = z.object({
  access: z.enum(['open', 'gated_auto', 'gated_manual']),
  name: z.string(),
  commit: text,
  lastModifiedAt: text,
  createdAt: text,
  declaration: z.object({
    license: z.union([z.string(), z.array(z.string())]).nullable(),
    licenseName: text,
    licenseLink: text,
    tags: z.array(z.string()),
  }),
  baseModels: z.array(z.string()),
  gateTerms: text,
  task: text,
  library: text,
  parameters: z.number().nullable(),
  files: z
    .object({
      licences: z.array(z.object({ path: z.string(), oid: z.string(), sha256: text })),
      weights: text,
      tokenizer: text,
      config: text,
      card: text,
      count: z.number(),
      bytes: z.number(),
    })
    .nullable(),
})

const hidden = z.object({ access: z.enum(['withheld', 'disabled']), name: z.string() })

const shape: z.ZodType<RepositoryState> = z.union([seen, hidden])

/** Reads the state column of an observation; throws on one that no version of ours has written. */
export function readState(column: unknown): RepositoryState {
  return shape.parse(column)
}
