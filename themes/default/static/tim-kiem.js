// The search: reads ?q=, loads the few files that hold its words, and lists what it finds. See src/render/search/mod.rs for the files.
(function () {
  var box = document.getElementById("ket-qua"), base = box.dataset.files, say = box.dataset;
  var query = (/[?&]q=([^&#]*)/.exec(location.search) || [])[1];
  if (!query) return;
  try { query = decodeURIComponent(query.replace(/\+/g, " ")).trim(); } catch (e) { return; }
  if (!query) return;
  document.querySelectorAll("input[name=q]").forEach(function (input) { input.value = query; });

  var core, loaded = {}, files = {}, vocabulary = "";
  window.loaCore = function (data) { core = data; };
  window.loaTerms = function (at, text) { files["t" + at] = "\n" + text; };
  window.loaEntries = function (at, list) { files["e" + at] = list; };
  window.loaWords = function (text) { vocabulary = text; };
  function load(name) {
    return loaded[name] || (loaded[name] = new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = base + name + ".js";
      script.onload = done;
      script.onerror = failed;
      document.head.appendChild(script);
    }));
  }

  // The same folding as the index: src/text/words.rs.
  var TONES = "\u0300\u0301\u0303\u0309\u0323";
  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[đðĐÐ]/g, "d").toLowerCase();
  }
  function marked(word) {
    var apart = word.toLowerCase().normalize("NFD"), tone = "";
    var letters = Array.from(apart).filter(function (c) {
      var at = TONES.indexOf(c);
      if (at >= 0 && tone === "") tone = at;
      return at < 0;
    }).join("");
    return letters.normalize("NFC") + tone;
  }
  function words(text) {
    return (text.match(/[\p{L}\p{N}\u0300-\u036f]+/gu) || []).map(function (word) {
      return { written: word.toLowerCase(), folded: fold(word), marked: marked(word) };
    });
  }

  function fileOf(term) {
    var low = 0, high = core.t.length - 1;
    while (low < high) {
      var mid = (low + high + 1) >> 1;
      if (core.t[mid] && core.t[mid] <= term) low = mid; else high = mid - 1;
    }
    return "t" + low;
  }
  // Every entry in which a term stands: [weight, whether it says little].
  function postings(term, word) {
    return load(fileOf(term)).then(function () {
      var text = files[fileOf(term)], start = text.indexOf("\n" + term + "\t");
      if (start < 0) return null;
      var end = text.indexOf("\n", start + 1);
      var ways = text.slice(start + 1, end < 0 ? undefined : end).split("\t").slice(1);
      var found = { weak: ways[0] == "!", at: new Map() };
      ways.forEach(function (way) {
        if (way == "!") return;
        var parts = way.split(" "), written = parts[0] || term, at = 0;
        var fits = word.marked == word.folded ? 1 : written == word.marked ? 1.25 : 0.75;
        for (var i = 1; i < parts.length; i++) {
          var number = parseInt(parts[i], 36);
          at += number >> 2;
          var weight = [0.7, 1, 3, 6][number & 3] * fits;
          if (!(found.at.get(at) >= weight)) found.at.set(at, weight);
        }
      });
      return found;
    });
  }

  // Keys of a Vietnamese keyboard that was off: "ddaij" is "đại".
  function telex(word) {
    return word.replace(/w/g, "").replace(/dd/g, "d").replace(/([aeo])\1/g, "$1")
      .replace(/([aeiouy])[sfrxj]/, "$1").replace(/([aeiouy](?:ng|nh|ch|[cmnpt]))[sfrxj]$/, "$1");
  }
  // "giadinhso" is three syllables.
  var SYLLABLE = /^((?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?(?:uye|uya|oai|oay|uay|uoi|uou|yeu|ieu|oeo|ia|ie|ua|uo|uu|uy|ue|ui|oa|oe|oi|oo|ai|ao|au|ay|eo|eu|iu|ye|[aeiouy])(?:ng|nh|ch|[cmnpt])?)/;
  function syllables(word) {
    for (var at = word.length; at > 0; at--) {
      var part = SYLLABLE.exec(word.slice(0, at));
      if (!part || part[0].length != at) continue;
      if (at == word.length) return [word];
      var rest = syllables(word.slice(at));
      if (rest) return [word.slice(0, at)].concat(rest);
    }
    return null;
  }
  // Whether one letter is added, left out, wrong, or in its neighbour's place.
  function slip(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a == b) return false;
    var i = 0, j = 0;
    while (i < a.length && a[i] == b[i]) i++;
    while (j < a.length - i && j < b.length - i && a[a.length - 1 - j] == b[b.length - 1 - j]) j++;
    var x = a.slice(i, a.length - j), y = b.slice(i, b.length - j);
    return x.length + y.length < 3 && (x.length < 2 || y.length < 2) || x.length == 2 && x == y[1] + y[0];
  }
  function mistyped(word) {
    if (word.length < 3) return Promise.resolve([]);
    return load("w").then(function () {
      var term = "", near = [];
      vocabulary.split(" ").forEach(function (part) {
        term = term.slice(0, +part[0]) + part.slice(1);
        if (slip(word, term)) near.push(term);
      });
      return near.slice(0, 8);
    });
  }

  // A word as the index knows it: itself, else what its keys meant, else its syllables, else its neighbours.
  function find(word) {
    return postings(word.folded, word).then(function (found) {
      if (found) return [{ word: word, found: found }];
      var keys = telex(word.written), other = { folded: fold(keys), marked: fold(keys) };
      return (keys != word.written ? postings(other.folded, other) : Promise.resolve(null)).then(function (found) {
        if (found) return [{ word: other, found: found }];
        var parts = syllables(word.folded);
        if (parts && parts.length > 1) {
          return Promise.all(parts.map(function (part) { return find({ written: part, folded: part, marked: part }); })).then(function (all) {
            return [].concat.apply([], all);
          });
        }
        return mistyped(word.folded).then(function (near) {
          return Promise.all(near.map(function (term) {
            return postings(term, { folded: term, marked: term });
          })).then(function (all) {
            var merged = { at: new Map() };
            all.forEach(function (found) {
              if (found) found.at.forEach(function (weight, at) {
                weight *= 0.6;
                if (!(merged.at.get(at) >= weight)) merged.at.set(at, weight);
              });
            });
            return [{ word: { folded: near.join("|"), marked: "", near: near }, found: merged.at.size ? merged : null }];
          });
        });
      });
    });
  }

  function rank(hits, pairs) {
    var total = 0, scores = new Map();
    hits.forEach(function (hit) {
      hit.idf = hit.found ? hit.found.weak ? 0.3 : Math.log(1 + core.n / hit.found.at.size) : Math.log(1 + core.n);
      total += hit.idf;
      if (hit.found) hit.found.at.forEach(function (weight, at) {
        var score = scores.get(at) || { sum: 0, seen: 0, title: 0 };
        score.sum += weight * hit.idf;
        score.seen += hit.idf;
        if (weight >= 4) score.title++;
        scores.set(at, score);
      });
    });
    pairs.forEach(function (pair) {
      if (pair) pair.at.forEach(function (weight, at) {
        var score = scores.get(at);
        if (score) score.sum += 3 * weight;
      });
    });
    var ranked = [];
    scores.forEach(function (score, at) {
      var share = score.seen / total, length = parseInt(core.l[at], 36) || 1;
      // Less than that is another matter.
      if (share < 0.4) return;
      var whole = 1 + Math.min(1, score.title / length);
      ranked.push([at, score.sum * share * share * share * whole * parseInt(core.p[at], 36)]);
    });
    return ranked.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
  }

  function mark(text, hits, target) {
    var wanted = {}, first = -1, spans = [];
    hits.forEach(function (hit) { (hit.word.near || [hit.word.folded]).forEach(function (term) { wanted[term] = 1; }); });
    var part = /[\p{L}\p{N}\u0300-\u036f]+/gu, found;
    while ((found = part.exec(text))) {
      if (wanted[fold(found[0])]) {
        spans.push([found.index, found.index + found[0].length]);
        if (first < 0) first = found.index;
      }
    }
    var from = first > 90 ? text.indexOf(" ", first - 60) + 1 : 0, to = Math.min(text.length, from + 220), at = from;
    if (to < text.length) to = text.lastIndexOf(" ", to);
    if (from) target.append("… ");
    spans.forEach(function (span) {
      if (span[0] < at || span[1] > to) return;
      var words = document.createElement("mark");
      words.textContent = text.slice(span[0], span[1]);
      target.append(text.slice(at, span[0]), words);
      at = span[1];
    });
    target.append(text.slice(at, to) + (to < text.length ? " …" : ""));
  }

  var PAGE = 7;
  function show(ranked, hits) {
    var list = box.querySelector("ol"), more = box.querySelector("button"), status = box.querySelector("[role=status]"), shown = 0, perPage = {};
    var message = ranked.length ? say.found : say.none;
    status.textContent = message.replace("{n}", ranked.length).replace("{q}", query);
    function next() {
      var part = ranked.slice(shown, shown + PAGE);
      shown += part.length;
      return Promise.all(part.map(function (result) { return load("e" + Math.floor(result[0] / core.e)); })).then(function () {
        var first;
        part.forEach(function (result) {
          var entry = files["e" + Math.floor(result[0] / core.e)][result[0] % core.e];
          var item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
          link.href = say.root + entry[0].replace(/\/(#|$)/, location.protocol == "file:" ? "/index.html$1" : "/$1");
          mark(entry[1], hits, link);
          if (entry[2]) link.append(" – " + entry[2]);
          mark(entry[3], hits, text);
          item.append(link, text);
          list.append(item);
          first = first || link;
        });
        more.hidden = shown >= ranked.length;
        return first;
      });
    }
    more.onclick = function () { next().then(function (first) { if (first) first.focus(); }); };
    box.hidden = false;
    return next();
  }

  load("core").then(function () {
    var asked = words(query).slice(0, 12);
    return Promise.all(asked.map(find)).then(function (all) {
      var hits = [].concat.apply([], all), terms = hits.map(function (hit) { return hit.word; });
      return Promise.all(terms.slice(1).map(function (word, at) {
        var before = terms[at];
        return postings(before.folded + "_" + word.folded, { folded: before.folded + "_" + word.folded, marked: before.marked + "_" + word.marked });
      })).then(function (pairs) { return show(rank(hits, pairs), hits); });
    });
  }).catch(function () {
    box.hidden = false;
    box.querySelector("[role=status]").textContent = say.failed;
  });
})();
