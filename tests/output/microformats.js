// usage: node microformats.js PACKAGES < page.html - what a reader of microformats2 finds, as JSON
const { createRequire } = require('node:module');
const { readFileSync } = require('node:fs');
const { mf2 } = createRequire(process.argv[2] + '/')('microformats-parser');
const page = readFileSync(0, 'utf8');
console.log(JSON.stringify(mf2(page, { baseUrl: 'https://resume.example/' })));
