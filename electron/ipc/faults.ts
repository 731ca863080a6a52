/** Fault points of the page, for tests: the page asks whether there are any, and says when one is reached. */
import { done } from '../../shared/errors/index.ts';
import { faultPointsAllowed, reachFaultPoint } from '../fault-points.ts';
import type { Handlers } from './dispatch.ts';

export const faultHandlers = (): Pick<Handlers, 'faults.allowed' | 'faults.reached'> => ({
  'faults.allowed': async () => done(faultPointsAllowed()),
  'faults.reached': async ({ point }) => {
    reachFaultPoint(point);
    return done(null);
  },
});
