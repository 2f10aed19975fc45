import { actionsAreGated } from './rules/actions-are-gated.ts'
import { browserCode } from './rules/browser-code.ts'
import { conceptsArePure } from './rules/concepts-are-pure.ts'
import { databaseAccess } from './rules/database-access.ts'
import { doorsAreNotImported } from './rules/doors-are-not-imported.ts'
import { factsAreAppendOnly } from './rules/facts-are-append-only.ts'
import { fileNames } from './rules/file-names.ts'
import { fileSizes } from './rules/file-sizes.ts'
import { foundationsKnowNoNoun } from './rules/foundations-know-no-noun.ts'
import { handlersAreGated } from './rules/handlers-are-gated.ts'
import { importsAreLiteral } from './rules/imports-are-literal.ts'
import { libFoldersAreKnown } from './rules/lib-folders-are-known.ts'
import { libHasNoScreens } from './rules/lib-has-no-screens.ts'
import { licenceSpelling } from './rules/licence-spelling.ts'
import { modelsSayWhatARowIs } from './rules/models-say-what-a-row-is.ts'
import { noServerOnly } from './rules/no-server-only.ts'
import { noSilencing } from './rules/no-silencing.ts'
import { nounsImportLeft } from './rules/nouns-import-left.ts'
import { nullsAreExplained } from './rules/nulls-are-explained.ts'
import { pagesAreGated } from './rules/pages-are-gated.ts'
import { pinnedDependencies } from './rules/pinned-dependencies.ts'
import { relationsSayOnDelete } from './rules/relations-say-on-delete.ts'
import { wiringImportsAdapters } from './rules/wiring-imports-adapters.ts'
import type { Rule } from './source-tree.ts'

/** Every rule of the house. */
export const RULES: readonly Rule[] = [
  actionsAreGated,
  browserCode,
  conceptsArePure,
  databaseAccess,
  doorsAreNotImported,
  factsAreAppendOnly,
  fileNames,
  fileSizes,
  foundationsKnowNoNoun,
  handlersAreGated,
  importsAreLiteral,
  libFoldersAreKnown,
  libHasNoScreens,
  licenceSpelling,
  modelsSayWhatARowIs,
  noServerOnly,
  noSilencing,
  nounsImportLeft,
  nullsAreExplained,
  pagesAreGated,
  pinnedDependencies,
  relationsSayOnDelete,
  wiringImportsAdapters,
]
