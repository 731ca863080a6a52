/** Adding organisational units. A code lies below its parent's, since rights follow the code. */
import type { FastifyInstance } from 'fastify';
import { newUnitRequestSchema } from '../../../shared/contract/http.ts';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { ProblemError } from '../../../shared/errors/index.ts';
import { addUnit, makeUnit } from '../../documents/units.ts';
import { demand, principalOf } from '../authentication.ts';
import { parsed } from '../errors.ts';
import type { Services } from '../services.ts';

export function registerUnitRoutes(scope: FastifyInstance, services: Services): void {
  const { store, units, audit, nowMs } = services;

  scope.post('/api/units', async (request, reply) => {
    const input = parsed(newUnitRequestSchema, request.body);
    const { subject, session } = principalOf(request);
    demand(principalOf(request), 'unit.manage', input.parent);
    const known = await units.codes();
    if (!known.has(input.parent) || !input.code.startsWith(`${input.parent}.`))
      throw new ProblemError('INVALID_INPUT', {
        path: 'code',
        reason: 'mã phải bắt đầu bằng mã của đơn vị cấp trên',
      });
    if (known.has(input.code)) throw new ProblemError('ALREADY_EXISTS');
    const validFrom = civilDateInVietnam(new Date(nowMs()).toISOString());
    const unit = makeUnit({ ...input, validFrom });
    await addUnit(store, unit);
    const { account } = subject;
    audit.record({ event: 'unit.add', account, session, target: unit.code, outcome: 'done' });
    return reply.status(201).send(unit);
  });
}
