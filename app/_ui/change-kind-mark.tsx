import {
  Archive,
  ArrowRightLeft,
  CircleSlash,
  Cpu,
  FileDiff,
  FileX,
  GitCommitHorizontal,
  History,
  IdCard,
  Lock,
  LockOpen,
  type LucideIcon,
  Megaphone,
  PackagePlus,
  RotateCcw,
  Scale,
  Settings2,
  Tag,
  UserRoundCog,
} from 'lucide-react'
import { words } from './words.ts'

export type ChangeKind = keyof typeof words.change

const GLYPHS: Record<ChangeKind, LucideIcon> = {
  released: PackagePlus,
  revised: GitCommitHorizontal,
  tokenizer_changed: Settings2,
  config_changed: Settings2,
  card_changed: IdCard,
  licence_text_changed: FileDiff,
  licence_declaration_changed: Tag,
  licence_mismatch_opened: Scale,
  licence_mismatch_cleared: Scale,
  licence_removed: FileX,
  gated: Lock,
  ungated: LockOpen,
  gate_terms_changed: Lock,
  withheld: CircleSlash,
  disabled: CircleSlash,
  emptied: Archive,
  returned: RotateCcw,
  moved: ArrowRightLeft,
  owner_changed: UserRoundCog,
  re_registered: RotateCcw,
  base_licence_changed: Scale,
  history_rewritten: History,
  successor_api_only: Cpu,
  announcement: Megaphone,
  retirement_announced: Archive,
}

/** What kind of change happened. Plain ink: a change is a fact, not yet a judgement. */
export function ChangeKindMark({ kind }: { kind: ChangeKind }) {
  const Glyph = GLYPHS[kind]
  return (
    <span className="inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap">
      <Glyph aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
      {words.change[kind]}
    </span>
  )
}
