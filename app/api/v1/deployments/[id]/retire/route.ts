import { handle, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { retireDeployment } from '#lib/deployments/commands/change.ts'
import { retireInput } from '#lib/deployments/schema.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { deploymentAnswer, getDeployment } from '../../load-detail.ts'

/** Takes a deployment out of use; doing it again changes nothing. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/v1/deployments/[id]/retire'>,
): Promise<Response> {
  const { id } = await params
  return handle(request, 'deployment:register', async (ctx) => {
    await getDeployment(ctx, id)
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = retireInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    await retireDeployment(ctx, id, input.data.version)
    return deploymentAnswer(ctx, id)
  })
}
