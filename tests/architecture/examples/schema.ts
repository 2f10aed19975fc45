import { factsAreAppendOnly } from '../rules/facts-are-append-only.ts'
import { modelsSayWhatARowIs } from '../rules/models-say-what-a-row-is.ts'
import { nullsAreExplainedBut } from '../rules/nulls-are-explained.ts'
import { relationsSayOnDelete } from '../rules/relations-say-on-delete.ts'
import { type Example, inSchema } from './example.ts'

const PARENT = '/// One parent of the tried model.\nmodel Parent {\n  id String @id\n  children Tried[]\n}\n'
const model = (fields: string, says = '/// One row to try a rule on.', map = 'tried') =>
  `${says}\nmodel Tried {\n${fields}\n  @@map("${map}")\n}\n`
const relation = (more: string) =>
  PARENT + model(`  parentId String\n  parent Parent @relation(fields: [parentId], references: [id]${more})`)

export const SCHEMA_EXAMPLES: Example[] = [
  inSchema(relationsSayOnDelete, relation(', onDelete: Restrict'), [
    relation(''),
    relation(', onDelete: Cascade'),
    relation(', onDelete: SetNull'),
  ]),
  inSchema(modelsSayWhatARowIs, model('  id String @id'), [
    model('  id String @id', ''),
    model('  id String @id', '// A comment only Prisma files show.'),
    model('  id String @id', '///'),
  ]),
  inSchema(
    nullsAreExplainedBut(['Tried.waiting']),
    model(
      '  waiting String?\n  endedAt DateTime? @map("ended_at") /// null while it runs\n  /// null: nobody has said so\n  note String?\n  bytes Unsupported("xid8")?  /// null before\n  id String @id',
    ),
    [model('  waiting String?\n  note String?'), [model('  id String @id'), 'prisma/schema']],
  ),
  inSchema(
    factsAreAppendOnly,
    model('  id String @id', '/// A fact: one thing was seen.'),
    [
      [model('  id String @id', '/// State, rebuilt from facts.'), 'lib/db/append-only.ts'],
      model('  id String @id', '/// A fact: one thing was seen.') +
        model('  id String @id', '/// A judgement: what it means.', 'unguarded'),
    ],
    ['tried'],
  ),
]
