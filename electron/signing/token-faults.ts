/**
 * The one place where a PKCS#11 return code becomes an entry of the error catalogue.
 * Vendors disagree on what a pulled-out token answers; every answer seen or allowed by the
 * standard for it is one case here.
 */
import pkcs11js from 'pkcs11js';
import { ProblemError, type ProblemCode } from '../../shared/errors/index.ts';

const codeOfReturnValue: Readonly<Record<string, ProblemCode>> = {
  CKR_PIN_INCORRECT: 'PIN_WRONG',
  CKR_PIN_INVALID: 'PIN_WRONG',
  CKR_PIN_LEN_RANGE: 'PIN_WRONG',
  CKR_PIN_LOCKED: 'PIN_LOCKED',
  CKR_PIN_EXPIRED: 'PIN_EXPIRED',
  // A reader with its own keypad: the person pressed cancel there.
  CKR_FUNCTION_CANCELED: 'PIN_CANCELLED',
  CKR_TOKEN_NOT_PRESENT: 'TOKEN_REMOVED',
  CKR_TOKEN_NOT_RECOGNIZED: 'TOKEN_REMOVED',
  CKR_DEVICE_REMOVED: 'TOKEN_REMOVED',
  CKR_SLOT_ID_INVALID: 'TOKEN_REMOVED',
  CKR_SESSION_HANDLE_INVALID: 'TOKEN_REMOVED',
  CKR_SESSION_CLOSED: 'TOKEN_REMOVED',
  CKR_KEY_HANDLE_INVALID: 'SIGNING_KEY_MISSING',
  CKR_OBJECT_HANDLE_INVALID: 'SIGNING_KEY_MISSING',
};

function faultOf(error: InstanceType<typeof pkcs11js.Pkcs11Error>): ProblemError {
  const code = codeOfReturnValue[error.message] ?? 'SIGNING_DEVICE_ERROR';
  return code === 'SIGNING_DEVICE_ERROR'
    ? new ProblemError(code, { reason: error.message }, { cause: error })
    : new ProblemError(code, undefined, { cause: error });
}

/** Runs a call to the token; its failure leaves as a `ProblemError`, a bug of ours as it is. */
export function callToken<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof pkcs11js.Pkcs11Error) throw faultOf(error);
    throw error;
  }
}

/**
 * For closing what may already be gone (token out, session ended by the driver). Its failure
 * changes nothing: the process ends after this operation and takes every handle with it.
 */
export function closeQuietly(call: () => void): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}
