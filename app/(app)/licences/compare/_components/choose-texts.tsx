import { buttonClass } from '#app/_ui/button-class.ts'
import { Combobox } from '#app/_ui/combobox.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'

const TEXTS = '/licences/compare/text-search'
const MODELS = '/deployments/model-search'

interface ChooseTextsProps {
  from?: string | undefined
  to?: string | undefined
}

/** Three ways to name two texts: the texts themselves, one model at two instants, two models. */
export function ChooseTexts({ from, to }: ChooseTextsProps) {
  return (
    <div className="grid gap-x-8 gap-y-6 p-4 lg:grid-cols-3">
      <Choice title="Two texts">
        <Combobox name="from" label="Earlier text" url={TEXTS} defaultValue={from} placeholder="Licence or hash" />
        <Combobox name="to" label="Later text" url={TEXTS} defaultValue={to} placeholder="Licence or hash" />
      </Choice>
      <Choice title="One model at two instants">
        <Combobox name="model" label="Model" url={MODELS} placeholder="Qwen/Qwen3-8B" />
        <div className="grid grid-cols-2 gap-3">
          <TextInput name="at" label="As of" type="date" />
          <TextInput name="and" label="and as of" type="date" />
        </div>
      </Choice>
      <Choice title="Two models as they stand">
        <Combobox name="first" label="First model" url={MODELS} placeholder="Qwen/Qwen3-8B" />
        <Combobox name="second" label="Second model" url={MODELS} placeholder="Qwen/Qwen2.5-3B-Instruct" />
      </Choice>
    </div>
  )
}

function Choice({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <form action="/licences/compare" className="flex min-w-0 flex-col gap-3">
      <h3 className="font-medium">{title}</h3>
      {children}
      <button type="submit" className={`${buttonClass('secondary')} self-start`}>
        Compare
      </button>
    </form>
  )
}
