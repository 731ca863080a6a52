/** Fault points of the page, for tests: the page asks which one is armed, and says when it is reached. */
import { done } from '../../shared/errors/index.ts';
import { armedFaultPoint, reachFaultPoint } from '../fault-points.ts';
import type { Handlers } from './dispatch.ts';

export const faultHandlers = (): Pick<Handlers, 'faults.armed' | 'faults.reached'> => ({
  'faults.armed': async () => done(armedFaultPoint()),
  'faults.reached': async ({ point }) => {
    reachFaultPoint(point);
    return done(null);
  },
});
