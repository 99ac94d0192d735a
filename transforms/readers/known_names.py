"""Names under which dumps, databases and interfaces of news keep each field of ours, in the languages of their makers, best first.

Case, accents, blanks and signs make no difference (see `plain_name`)."""

from collections.abc import Mapping

KNOWN_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": (
        "title", "headline", "articletitle", "titletext", "heading", "subject", "headlinemain", "webtitle", "newstitle", "titlefull",
        "titel", "titre", "titulo", "titolo", "schlagzeile", "uberschrift", "ueberschrift", "dctitle", "ogtitle",
        "hauptzeile", "kop", "titular", "manchete", "overskrift", "tytul", "otsikko", "head", "header", "name", "ti", "hl", "hd",
        "titreprincipal", "titrearticle", "titredelarticle", "artikeltitel", "artikelüberschrift", "titeldesartikels",
        "tituloarticulo", "titulonoticia", "encabezado", "titoloarticolo", "titulodanoticia", "koptekst", "tytuł", "заголовок",
        "название", "标题", "標題", "題名", "見出し", "タイトル", "제목", "العنوان", "başlık", "rubrik",
        "titlu", "cim", "nadpis", "judul", "tieude", "τιτλος", "כותרת",
    ),
    "text": (
        # originals before the copies that were prepared from them
        "contentoriginal", "originalcontent", "originaltext", "textoriginal",
        "text", "body", "content", "maintext", "articletext", "fulltext", "articlebody", "bodytext", "contenttext", "plaintext",
        "textcontent", "cleanedtext", "cleantext", "rawtext", "storytext", "articlecontent", "newscontent", "contents", "story",
        "article",
        "contenthtml", "bodyhtml", "articlehtml", "html", "paragraphs", "bodyparagraphs", "texts", "texte", "volltext", "artikeltext",
        "texteintegral", "bodynitf", "bodyxhtml",
        "artikel", "inhalt", "contenu", "corps", "cuerpo", "texto", "contenido", "testo", "contenuto", "tekst", "inhoud",
        "innehall", "wortlaut", "brodtext", "tresc", "document", "leadparagraph", "ocreng", "ocrtext", "ocr", "markdown", "td", "lp",
        "textecomplet", "texteducomplet", "textocompleto", "textointegral", "cuerpodelanoticia", "contenidonoticia", "noticia",
        "textoarticulo", "artikelinhalt", "beitragstext", "meldungstext", "nachrichtentext", "artikeltekst", "treść", "текст",
        "полныйтекст", "содержание", "текстстатьи", "зміст", "正文", "全文", "内容", "文章", "本文", "記事本文", "記事", "본문",
        "내용", "기사내용",
        "النص", "المحتوى", "نصالخبر", "metin", "haber", "içerik",
        "conteudo", "corpo", "corponoticia", "fullcontent", "maincontent", "newstext", "newsbody", "posttext", "postcontent", "innhold",
        "indhold", "brodtekst", "teksti", "sisalto", "szoveg", "tartalom", "obsah", "continut", "κειμενο", "טקסט", "תוכן", "متن", "isi",
        "noidung", "sentences",
    ),
    "published_at": (
        "publishedat", "datepublished", "publishdate", "publisheddate", "publicationdate", "pubdate", "datepublish", "published",
        "firstpublished", "firstpublicationdate", "webpublicationdate", "publishtime", "publishedtime", "publishedon", "publishingdate",
        "pubtime", "datetimepub", "versioncreated", "firstcreated", "seendate", "date", "datum", "erscheinungsdatum",
        "veroffentlichungsdatum", "datedepublication", "datepublication", "dateparution", "fecha", "data", "datetime", "timestamp",
        "time", "createdat", "created", "creationdate", "datecreated", "dcdatepublished", "dcdate", "dcdatecreated", "dcissued", "issued",
        "unixtimestamp", "publisheddatetime", "datetimepublished", "datepublishedraw",
        "publicado", "datapubblicazione", "publiceringsdatum", "gepubliceerd", "paivays",
        "dct", "day", "pd",
        "fechadepublicacion", "fechapublicacion", "datadepublicacao", "datapublicacao", "veröffentlicht", "veröffentlichtam",
        "publikationsdatum", "publiziert", "erscheinungstag", "publicatiedatum", "gepubliceerdop", "publicerad", "dato",
        "publisert", "udgivelsesdato", "datapublikacji", "paivamaara", "дата", "датапубликации", "датапублікації", "日期", "发布时间",
        "发布日期", "发表时间", "日付", "掲載日", "公開日", "날짜", "일자", "게재일", "التاريخ", "تاريخالنشر", "tarih", "yayıntarihi",
        "zeit", "uhrzeit", "heure", "hora", "klockslag", "tid", "время", "时间",
    ),
    "authors": (
        "authors", "author", "byline", "bylines", "creator", "dccreator", "writers", "writer", "by", "journalist", "journalists",
        "authorname", "authornames", "autor", "autoren", "autorin", "verfasser", "auteur", "auteurs", "autores", "autore",
        "verfasserin", "redakteur", "journaliste", "periodista", "redactor", "autori", "giornalista", "jornalista", "författare",
        "forfatter", "skribent", "kirjoittaja", "toimittaja", "autorzy", "автор", "авторы", "作者", "记者", "著者", "記者", "筆者",
        "기자",
        "작성자", "الكاتب", "المؤلف", "yazar", "muhabir", "influencer",
    ),
    "outlet": (
        "outlet", "newspaper", "sitename", "sourcename", "namesource",
        "medianame", "mediumname", "source", "publisher", "publication", "publicationname",
        "publicationtitle", "pubtitle", "outletname", "metasitename", "ogsitename", "sourcetitle", "sourcehostname", "media", "medium",
        "journal", "portal",
        "provider", "zeitung", "medienname", "quelle", "periodique", "fuente", "medio", "fonte", "testata", "sitefull", "site",
        "dcsource", "dcpublisher", "pub", "sn", "sourcedomain", "canonicaldomain", "cleanurl", "hostname", "domain", "mediaurl",
        "sourcecollection",
        "krant", "dagblad", "jornal", "veiculo", "diario", "periodico", "giornale", "publikation", "medientitel", "presseorgan",
        "zeitungsname", "titredepresse", "nomdusupport", "tidning", "källa", "avis", "kilde", "lehti", "gazeta", "źródło",
        "источник", "сми", "издание", "джерело", "видання", "来源", "媒体", "报纸", "媒体名", "新聞", "新聞社", "出典", "언론사",
        "출처", "매체",
        "المصدر", "الصحيفة", "gazete", "kaynak",
    ),
    "url": (
        "originalurl", "canonicalurl", "canonicallink", "url", "link", "weburl",
        "webnewsurl", "respondedurl", "articleurl", "documenturl", "pageurl", "newsurl",
        "permalink", "requestedurl", "sourceurl", "uri", "href", "adresse", "lien", "enlace", "urlseg",
        "ссылка", "链接", "网址", "リンク", "링크", "الرابط", "bağlantı", "länk", "lenke", "webadresse", "linkzumartikel", "enlaceweb",
    ),
    "language": (
        "language", "lang", "languagecode", "inlanguage", "humanlanguage", "metalang", "fulllanguage", "sprache", "langue", "idioma",
        "dclanguage", "taal",
        "язык", "语言", "言語", "언어", "اللغة", "dil", "språk", "sprog", "lingua",
    ),
}  # fmt: skip
