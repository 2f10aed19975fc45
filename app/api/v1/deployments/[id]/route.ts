import { handle, problem, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { changeDeployment } from '#lib/deployments/commands/change.ts'
import { readDeploymentChange } from '#lib/deployments/deployment-change.ts'
import { deploymentAnswer, getDeployment } from '../load-detail.ts'

/** One deployment as it stands. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/deployments/[id]'>): Promise<Response> {
  const { id } = await params
  return handle(request, 'deployment:read', (ctx) => deploymentAnswer(ctx, id))
}

/** Writes the next version of a deployment; the version it begins from stands in `If-Match` or in the body. */
export async function PUT(request: Request, { params }: RouteContext<'/api/v1/deployments/[id]'>): Promise<Response> {
  const { id } = await params
  return handle(request, 'deployment:register', async (ctx) => {
    const deployment = await getDeployment(ctx, id)
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const tag = request.headers.get('if-match')
    const read = readDeploymentChange(body.value, tag, ctx.clock.now(), deployment.newest)
    if (!read.ok) return refusal(read.refusals)
    const { expected, input } = read.value
    // The tag is a condition of HTTP and fails as one; a version in the body is told as a conflict.
    if (tag !== null && expected !== deployment.newest.n) {
      return problem(412, 'changed-since', 'The deployment has changed since', {
        detail: `It is at version ${deployment.newest.n}, saved by ${deployment.newest.recordedBy}. Look at it, then edit again.`,
      })
    }
    const outcome = await changeDeployment(ctx, id, input, expected)
    return outcome.ok ? deploymentAnswer(ctx, id) : refusal(outcome.refusals)
  })
}
