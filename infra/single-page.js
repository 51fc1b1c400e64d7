// Runs in CloudFront before its cache: a path without an extension is a page of the application, which routes it
// itself. What has an extension is a file, and a missing file stays a 404.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by name
function handler(event) {
  var request = event.request;
  if (!request.uri.split('/').pop().includes('.')) request.uri = '/index.html';
  return request;
}
