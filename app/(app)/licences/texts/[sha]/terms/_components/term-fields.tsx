import { errorOf } from '#app/_ui/field-error.ts'
import { FieldErrorLine } from '#app/_ui/field-error-line.tsx'
import { fieldId } from '#app/_ui/field-id.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { Select } from '#app/_ui/select.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import type { TermChoice } from './term-choice.ts'

const CONFIDENCES = [
  { value: 'high', label: 'High: read in full and plain' },
  { value: 'medium', label: 'Medium: read, but a reading' },
  { value: 'low', label: 'Low: to be checked; satisfies no rule' },
]

interface TermFieldsProps {
  choice: TermChoice
  /** Its place in the form. */
  at: number
  state: FormState
}

/** The words a list may hold, each a box of its own. */
function ListWords({ choice, at, state }: TermFieldsProps) {
  const name = `terms.${at}.value`
  const error = errorOf(state.refusals, name)
  const kept = state.values[name] ?? (state.refusals.length > 0 ? '' : choice.word)
  const chosen = new Set(kept.split('\n'))
  return (
    <fieldset
      id={fieldId(name)}
      className="flex max-w-xl flex-col gap-1"
      aria-describedby={error && `${fieldId(name)}-error`}
    >
      <legend className="font-medium">Answer</legend>
      {choice.options.map((option) => (
        <label key={option.value} className="inline-flex min-h-6 items-start gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            name={`${name}[]`}
            value={option.value}
            defaultChecked={chosen.has(option.value)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span>{option.label}</span>
        </label>
      ))}
      {error && <FieldErrorLine id={`${fieldId(name)}-error`} error={error} />}
    </fieldset>
  )
}

/** The one word of an answer, and figures where a word does not do. */
function Answer({ choice, at, state }: TermFieldsProps) {
  const [value, figures] = [`terms.${at}.value`, `terms.${at}.figures`]
  return (
    <>
      <Select
        name={value}
        label="Answer"
        placeholder={choice.shape === null ? undefined : 'In figures or names, below'}
        options={choice.options}
        defaultValue={state.values[value] ?? choice.word}
        error={errorOf(state.refusals, value)}
      />
      {choice.shape !== null && (
        <TextArea
          name={figures}
          label="Answer in figures or names"
          isOptional
          rows={4}
          spellCheck={false}
          help={
            <>
              Only where no word above fits, as{' '}
              <code className="font-mono [overflow-wrap:anywhere]">{choice.shape}</code>
            </>
          }
          defaultValue={state.values[figures] ?? choice.figures}
        />
      )}
    </>
  )
}

/** What one term is concluded to be: answer, place, how surely. */
export function TermFields({ choice, at, state }: TermFieldsProps) {
  const [section, words, confidence] = ['section', 'words', 'confidence'].map((part) => `terms.${at}.${part}`) as [
    string,
    string,
    string,
  ]
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 border-s-2 ps-4">
      <legend className="font-semibold">{choice.question}</legend>
      <p className="text-sm text-muted">{choice.from}</p>
      <input type="hidden" name={`terms.${at}.term`} value={choice.term} />
      <input type="hidden" name={`terms.${at}.type`} value={choice.type} />
      {choice.type === 'list' ? (
        <ListWords choice={choice} at={at} state={state} />
      ) : (
        <Answer choice={choice} at={at} state={state} />
      )}
      <TextInput
        name={section}
        label="Section"
        isOptional
        help="Where the text says it, such as 5.b. Left empty where the text is silent."
        defaultValue={state.values[section] ?? choice.section}
        error={errorOf(state.refusals, section)}
      />
      <TextArea
        name={words}
        label="Words it rests on"
        isOptional
        rows={3}
        help="Copied from the text: they are looked up in it, and marked where the term is shown. … stands for words left out."
        defaultValue={state.values[words] ?? choice.words}
        error={errorOf(state.refusals, words)}
      />
      <Select
        name={confidence}
        label="How surely"
        options={CONFIDENCES}
        defaultValue={state.values[confidence] ?? choice.confidence}
        error={errorOf(state.refusals, confidence)}
      />
    </fieldset>
  )
}
