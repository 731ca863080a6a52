/** Why a store could not be opened, for whoever stands at the server: what to look at, and nothing secret. */
import { shownAddress } from '../documents/store-address.ts';
import { StoreError } from '../store/document-store.ts';
import { UsageError } from './usage-error.ts';

const words: Readonly<Record<string, (place: string) => string>> = {
  store_unreachable: (place) =>
    `Không kết nối được CouchDB ở ${place}. Kiểm tra CouchDB có đang chạy không, địa chỉ STORE_URL và tường lửa.`,
  store_refused: (place) =>
    `CouchDB ở ${place} từ chối tài khoản của máy chủ. Kiểm tra STORE_USER và STORE_PASSWORD; tài khoản phải là quản trị của CouchDB.`,
  bad_response: (place) =>
    `Địa chỉ ${place} không trả lời như CouchDB 3. Kiểm tra STORE_URL có đúng là CouchDB không.`,
};

/** The error in words where there are any; otherwise as it is. */
export function openFailure(error: unknown, url: string | undefined): unknown {
  if (url === undefined || !(error instanceof StoreError)) return error;
  const say = words[error.error];
  return say ? new UsageError(say(shownAddress(url)), { cause: error }) : error;
}
