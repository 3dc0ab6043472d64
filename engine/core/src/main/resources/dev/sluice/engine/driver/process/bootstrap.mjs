// Runs a handler of a JavaScript file behind Lambda's Runtime API, as the managed Node.js runtimes do.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import util from 'node:util';
import { pathToFileURL } from 'node:url';

const [hostname, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const root = process.env.LAMBDA_TASK_ROOT;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
let requestId = 'undefined';

function call(method, operation, body, headers) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { hostname, port, method, agent, path: `/2018-06-01/runtime/${operation}`, headers },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }));
        response.on('error', reject);
      });
    request.on('error', reject);
    request.end(body);
  });
}

function post(operation, value, headers = {}) {
  const body = Buffer.from(value, 'utf8');
  return call('POST', operation, body, { 'Content-Type': 'application/json', 'Content-Length': body.length, ...headers });
}

function described(error) {
  if (error instanceof Error) {
    return { errorType: error.name, errorMessage: error.message, trace: (error.stack || '').split('\n') };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

function report(operation, error) {
  const value = described(error);
  return post(operation, JSON.stringify(value), { 'Lambda-Runtime-Function-Error-Type': header(value.errorType) });
}

function header(text) {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

function failure(name, message) {
  const error = new Error(message);
  error.name = name;
  return error;
}

for (const [name, level] of [['log', 'INFO'], ['info', 'INFO'], ['warn', 'WARN'], ['error', 'ERROR'], ['debug', 'DEBUG'], ['trace', 'TRACE']]) {
  console[name] = (...values) =>
    process.stdout.write(`${new Date().toISOString()}\t${requestId}\t${level}\t${util.format(...values)}\n`);
}

async function load() {
  const handler = process.env._HANDLER;
  const file = path.basename(handler);
  const dot = file.indexOf('.');
  if (dot <= 0) throw failure('Runtime.MalformedHandlerName', `Bad handler: "${handler}"`);
  const module = path.resolve(root, path.dirname(handler), file.slice(0, dot));
  const found = ['', '.js', '.mjs', '.cjs'].map((end) => module + end).find((each) => fs.statSync(each, { throwIfNoEntry: false })?.isFile());
  if (!found) throw failure('Runtime.ImportModuleError', `Error: Cannot find module '${path.basename(module)}'`);
  let exported;
  try {
    exported = await import(pathToFileURL(found));
  } catch (error) {
    if (error instanceof SyntaxError) throw failure('Runtime.UserCodeSyntaxError', `SyntaxError: ${error.message}`);
    if (error?.code === 'ERR_MODULE_NOT_FOUND' || error?.code === 'MODULE_NOT_FOUND') throw failure('Runtime.ImportModuleError', `Error: ${error.message}`);
    throw error;
  }
  const names = file.slice(dot + 1).split('.');
  const lookUp = (from) => names.reduce((value, name) => value?.[name], from);
  const chosen = lookUp(exported) ?? lookUp(exported.default);
  if (typeof chosen !== 'function') throw failure('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  return chosen;
}

function contextOf(headers, callback) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    awsRequestId: requestId,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    getRemainingTimeInMillis: () => deadline - Date.now(),
    done: callback,
    succeed: (value) => callback(null, value),
    fail: (error) => callback(error ?? new Error('handled')),
  };
}

function run(handler, event, headers) {
  return new Promise((resolve, reject) => {
    const idle = () => resolve(null); // nothing will ever call back any more
    const settled = (then) => (value) => {
      process.removeListener('beforeExit', idle);
      then(value);
    };
    const callback = (error, value) => (error === undefined || error === null ? settled(resolve)(value) : settled(reject)(error));
    process.once('beforeExit', idle);
    const result = handler(event, contextOf(headers, callback), callback);
    if (typeof result?.then === 'function') result.then(settled(resolve), settled(reject));
  });
}

async function crash(error) {
  console.error('Uncaught Exception', JSON.stringify(described(error)));
  await report(`invocation/${requestId}/error`, error);
  process.exit(129);
}

async function main() {
  let handler;
  try {
    handler = await load();
  } catch (error) {
    console.error('Uncaught Exception', JSON.stringify(described(error)));
    await report('init/error', error);
    process.exit(1);
  }
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', (reason) => crash(failure('Runtime.UnhandledPromiseRejection', String(reason))));
  for (;;) {
    const next = await call('GET', 'invocation/next');
    if (next.status !== 200) process.exit(1);
    requestId = next.headers['lambda-runtime-aws-request-id'];
    process.env._X_AMZN_TRACE_ID = next.headers['lambda-runtime-trace-id'] ?? '';
    try {
      const value = await run(handler, JSON.parse(next.body), next.headers);
      await post(`invocation/${requestId}/response`, JSON.stringify(value === undefined ? null : value));
    } catch (error) {
      console.error('Invoke Error', JSON.stringify(described(error)));
      await report(`invocation/${requestId}/error`, error);
    }
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
