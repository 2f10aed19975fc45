import { PlainTable } from '../../_components/plain-table.tsx'
import type { DescribedOperation } from './described-operation.ts'
import { SchemaText } from './schema-text.tsx'

/** One operation: its line, and on demand what it takes and answers. */
export function Operation({ operation }: { operation: DescribedOperation }) {
  const { id, method, path, summary, permission, parameters, body, answers } = operation
  return (
    <details id={id} className="border-b px-4 py-2 last:border-b-0">
      <summary className="min-h-6">
        <span className="inline-flex max-w-full flex-wrap gap-x-4 align-top">
          <code className="font-mono text-sm font-medium [overflow-wrap:anywhere]">
            {method} {path}
          </code>
          <span className="text-muted">{summary}</span>
        </span>
      </summary>
      <div className="flex flex-col gap-3 py-3">
        <p className="text-sm">
          {permission === 'public' ? (
            'Needs no sign-in.'
          ) : (
            <>
              Needs <code className="font-mono">{permission}</code>.
            </>
          )}
        </p>
        {parameters.length > 0 && (
          <div className="rounded border">
            <PlainTable
              label={`Parameters of ${method} ${path}`}
              head={[{ label: 'Parameter' }, { label: 'Takes', isWrapping: true }, { label: 'Says', isWrapping: true }]}
              rows={parameters.map(({ name, takes, says }) => ({
                key: name,
                cells: [
                  <code key="name" className="font-mono">
                    {name}
                  </code>,
                  takes,
                  says,
                ],
              }))}
            />
          </div>
        )}
        {body && (
          <div>
            <p className="text-sm font-medium">Body</p>
            <SchemaText name={`Body of ${method} ${path}`} schema={body} />
          </div>
        )}
        {answers.map(({ status, says, schema }) => (
          <div key={status}>
            <p className="text-sm">
              <span className="font-medium">{status}</span> {says}
            </p>
            {schema && <SchemaText name={`Answer ${status} of ${method} ${path}`} schema={schema} />}
          </div>
        ))}
      </div>
    </details>
  )
}
