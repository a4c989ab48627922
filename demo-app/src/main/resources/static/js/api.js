/** The answer of the server as an object; an Error with the server's own words if it refuses. */
export async function call(path, options) {
  const response = await fetch(path, options);
  const type = response.headers.get("Content-Type") ?? "";
  const body = type.includes("json") ? await response.json() : null;
  if (!response.ok) {
    throw new Error(body?.detail ?? body?.title ?? `the server answered ${response.status}`);
  }
  return body;
}

export const post = (path, body) => call(path, {
  method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
});
