import chromium from '@sparticuz/chromium';

// In a process of its own: where it unpacks to is where TMPDIR says, and it changes the environment when it is loaded.
await chromium.executablePath();
