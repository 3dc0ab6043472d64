let invocations = 0;

exports.handler = async (event) => {
  invocations += 1;
  const name = event.queryStringParameters?.name ?? 'world';
  console.log('saying hello to', name);
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ message: `${process.env.GREETING}, ${name}`, invocationsOfThisEnvironment: invocations }),
  };
};
