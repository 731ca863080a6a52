/**
 * From an untrusted message to a Result, for any channel: parse the request, do the work, parse the
 * answer. Pure of Electron. An unknown fault becomes INTERNAL with an incident number; what is
 * logged of it holds no data of persons.
 */
import {
  ipcChannels,
  type IpcAnswer,
  type IpcChannel,
  type IpcRequest,
} from '../../shared/contract/ipc.ts';
import { failed, ProblemError, type Result } from '../../shared/errors/index.ts';

export type Handler<C extends IpcChannel> = (
  request: IpcRequest<C>,
) => Promise<Result<IpcAnswer<C>>>;

/** A missing or wrongly typed handler is a compiler error. */
export type Handlers = { readonly [C in IpcChannel]: Handler<C> };

/** Logs a fault and gives it a number to be told to the person. */
export type ReportFault = (where: string, fault: unknown) => string;

export async function dispatch<C extends IpcChannel>(
  handlers: Handlers,
  report: ReportFault,
  channel: C,
  message: unknown,
): Promise<Result<IpcAnswer<C>>> {
  const { request, answer } = ipcChannels[channel];
  const parsed = request.safeParse(message);
  if (!parsed.success) {
    // Path and kind only: zod's own text may quote what was sent.
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('.') ?? '';
    return failed('INVALID_INPUT', { path, reason: issue?.code ?? 'invalid' });
  }
  try {
    // The schema of channel C gives IpcRequest<C>: the compiler loses the tie between the two.
    const result = await handlers[channel](parsed.data as IpcRequest<C>);
    if (!result.ok) return result;
    // Unknown keys do not leave the main process. The same tie as above.
    return { ok: true, value: answer.parse(result.value) as IpcAnswer<C> };
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    return failed('INTERNAL', { incident: report(channel, error) });
  }
}
