import { buttonClass } from '#app/_ui/button-class.ts'
import { TextInput } from '#app/_ui/text-input.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { words } from '#app/_ui/words.ts'

interface BoundFiltersProps {
  values: {
    text?: string | undefined
    licence?: string | undefined
    model?: string | undefined
    asOf?: string | undefined
  }
  /** Null where nothing is filtered by. */
  clearHref: string | null
}

/** Filters by text, licence, model and day; sent as an address, so that the view can be sent on. */
export function BoundFilters({ values, clearHref }: BoundFiltersProps) {
  return (
    <form
      method="get"
      aria-label="Filter bindings"
      className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto] print:hidden"
    >
      <TextInput
        key={`licence ${values.licence}`}
        name="licence"
        label="Licence"
        placeholder="Apache-2.0"
        defaultValue={values.licence}
      />
      <TextInput
        key={`text ${values.text}`}
        name="text"
        label="Text (SHA-256)"
        pattern="[0-9a-f]{64}"
        title="64 hex digits in lower case"
        spellCheck={false}
        defaultValue={values.text}
      />
      <TextInput
        key={`model ${values.model}`}
        name="model"
        label="Model"
        placeholder="Qwen/Qwen3-8B"
        defaultValue={values.model}
      />
      <TextInput key={`asOf ${values.asOf}`} name="asOf" type="date" label="As of" defaultValue={values.asOf} />
      <span className="flex items-center gap-3">
        <button type="submit" className={buttonClass('secondary')}>
          {words.filters.apply}
        </button>
        {clearHref && <TextLink href={clearHref}>{words.filters.clear}</TextLink>}
      </span>
    </form>
  )
}
