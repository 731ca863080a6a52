/**
 * `BLOB_URL=s3://bucket/prefix?endpoint=https://…&region=…`: where the bucket is. Who may use it stands in the
 * environment alone (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`), never in the address, which people print.
 */
export interface S3Place {
  readonly bucket: string;
  /** Before each key; empty or with a slash at its end. */
  readonly prefix: string;
  readonly region: string;
  /** Null: AWS itself. */
  readonly endpoint: string | null;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

type Environment = Readonly<Record<string, string | undefined>>;

const usage = 'BLOB_URL phải có dạng s3://<bucket>[/<tiền tố>][?endpoint=https://…&region=…]';

/** @throws RangeError with what is wrong with the setting, in words for whoever set it */
export function s3Place(url: string, environment: Environment): S3Place {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== 's3:' || parsed.hostname === '') throw new RangeError(usage);
  if (parsed.username !== '' || parsed.password !== '')
    throw new RangeError('BLOB_URL không chứa khóa truy cập; đặt khóa vào AWS_ACCESS_KEY_ID.');
  const prefix = parsed.pathname.replace(/^\/+|\/+$/g, '');
  return {
    bucket: parsed.hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    region: parsed.searchParams.get('region') ?? environment.AWS_REGION ?? 'us-east-1',
    endpoint: endpointOf(parsed.searchParams.get('endpoint')),
    credentials: credentialsOf(environment),
  };
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** The bytes are sealed, but the keys of the bucket must not cross a network in the clear. */
function endpointOf(endpoint: string | null): string | null {
  if (endpoint === null) return null;
  const parsed = URL.canParse(endpoint) ? new URL(endpoint) : null;
  const local = loopbackNames.includes(parsed?.hostname ?? '');
  if (parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && local)) return endpoint;
  throw new RangeError(
    'endpoint của BLOB_URL phải bắt đầu bằng https:// (hoặc http:// nếu là máy này).',
  );
}

function credentialsOf(environment: Environment): S3Place['credentials'] {
  const accessKeyId = environment.AWS_ACCESS_KEY_ID;
  const secretAccessKey = environment.AWS_SECRET_ACCESS_KEY;
  if (!accessKeyId || !secretAccessKey)
    throw new RangeError('BLOB_URL cần AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY.');
  return { accessKeyId, secretAccessKey };
}
