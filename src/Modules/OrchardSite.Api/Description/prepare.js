// Before the reference: what checks values in it must not try to make code of texts, which the page's policy refuses.
globalThis.__zod_globalConfig = { jitless: true };
