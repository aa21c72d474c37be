<?xml version="1.0" encoding="UTF-8"?>
<!-- What all pages have: head, skip link, banner, neighbours, foot. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The volume's TEI, and the plan made of it by calendar.xsl. -->
  <xsl:param name="volume" as="document-node()"/>
  <xsl:param name="calendar" as="document-node()"/>
  <!-- Made once for all pages of an edition by plan.xsl; a page by itself makes its own. -->
  <xsl:param name="lookup" as="map(*)" select="f:lookup($volume, $calendar)"/>
  <!-- The id of the document, or the slug of the page, that is being made. -->
  <xsl:param name="here" as="xs:string"/>
  <!-- From this page to the edition's front page: "", "../", "../../". -->
  <xsl:param name="root" as="xs:string"/>
  <!-- The parts of the publication, of which a page offers those that readers take away, parted by spaces. -->
  <xsl:param name="offered" as="xs:string" select="''"/>
  <xsl:variable name="offers" as="xs:string*" select="tokenize($offered)"/>
  <!-- What the page says of itself to those who do not open it, and how a document is cited. -->
  <xsl:param name="about" as="document-node()?"/>
  <!-- What a page is made of that is none of the volume's: the calendar, a register, one of its entries. -->
  <xsl:param name="model" as="document-node()?"/>
  <!-- What the edition is called where it is cited; empty for one that has no name. -->
  <xsl:param name="release" as="xs:string" select="''"/>

  <!-- The release before, of which the edition says what has changed since; empty where it does not. -->
  <xsl:param name="since" as="xs:string" select="''"/>
  <!-- Where it says so. -->
  <xsl:param name="changes" as="xs:string" select="'changes'"/>

  <xsl:variable name="plan" select="$calendar/c:calendar"/>
  <xsl:variable name="reading" select="$plan/c:reading"/>

  <xsl:function name="f:entry" as="element()?">
    <xsl:param name="target" as="item()?"/>
    <xsl:sequence select="$lookup?entry(f:stem($target))[not(@state)]"/>
  </xsl:function>

  <!-- Which file a node is of, for messages: a page shows parts of the volume beside its source. -->
  <xsl:function name="f:file" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if (root($node) is $volume) then 'volume' else 'source'"/>
  </xsl:function>

  <xsl:function name="f:href" as="xs:string?">
    <xsl:param name="target" as="item()?"/>
    <xsl:variable name="target" select="string($target)"/>
    <xsl:variable name="entry" select="f:entry($target)"/>
    <xsl:sequence select="
      if (matches($target, '^(https?://|mailto:)[^\s&quot;&lt;>]+$', 'i')) then $target
      else if ($entry) then $root || 'letters/' || $entry/@id || '/index.html'
      else if (exists($lookup?note(f:fragment($target))) and $plan/c:frame/c:link[@type = 'notes'])
        then $root || $plan/c:frame/c:link[@type = 'notes'][1]/@slug || '/index.html#' || f:fragment($target)
      else $lookup?id(f:fragment($target))[self::item][parent::list/@type = 'non-extant'][1]/ancestor::div[parent::back or parent::front]
        ! ($root || (@xml:id, @type)[1] || '/index.html#' || f:message-id(f:fragment($target)))"/>
  </xsl:function>

  <!-- The page of a kind round the node it is made from, which is the context. -->
  <xsl:template name="frame">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="skip" as="xs:string" select="'Skip to the text'"/>
    <html lang="{$plan/@lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <!--
          Scripts are the edition's own files; the search alone runs WebAssembly. The images of a copy are where its archive
          has them; nothing else comes from elsewhere.
        -->
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'{' https: http:'[$kind eq 'facsimile']}; script-src 'self'{' ''wasm-unsafe-eval'''[$kind eq 'search']}; connect-src 'self'; base-uri 'none'; form-action 'self'"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="color-scheme" content="light dark"/>
        <xsl:if test="$release ne ''"><meta name="version" content="{$release}"/></xsl:if>
        <xsl:choose>
          <xsl:when test="$both">
            <reading-only><title><xsl:value-of select="$title"/></title></reading-only>
            <copy-only><title><xsl:value-of select="'Diplomatic view: ' || $title"/></title></copy-only>
          </xsl:when>
          <xsl:otherwise><title><xsl:value-of select="$title"/></title></xsl:otherwise>
        </xsl:choose>
        <link rel="stylesheet" href="{$root}assets/edition.css"/>
        <!-- What every page begins with: a face that is there when the page is first drawn moves no line. -->
        <xsl:for-each select="'400', '700'">
          <link rel="preload" href="{$root}assets/fonts/eb-garamond-latin-{.}-normal.woff2" as="font" type="font/woff2" crossorigin="anonymous"/>
        </xsl:for-each>
        <link rel="icon" href="{$root}assets/icon.svg" type="image/svg+xml"/>
        <script src="{$root}assets/edition.js" defer="defer"></script>
        <xsl:if test="$kind eq 'search'"><script src="{$root}assets/search.js" defer="defer"></script></xsl:if>
        <xsl:choose>
          <xsl:when test="$both"><reading-only><xsl:call-template name="metadata-of-page"/></reading-only></xsl:when>
          <xsl:otherwise><xsl:call-template name="metadata-of-page"/></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="neighbour-links"/>
        <xsl:if test="$kind eq 'notice'">
          <meta name="robots" content="noindex"/>
          <!-- At once and without a script, as a host would. -->
          <xsl:for-each select="$model/c:notice[@moved]"><meta http-equiv="refresh" content="0; url={$root}{@leads-to}"/></xsl:for-each>
        </xsl:if>
      </head>
      <body class="{$kind}">
        <a class="skip" href="#text"><xsl:value-of select="$skip"/></a>
        <xsl:call-template name="banner"/>
        <xsl:call-template name="content"><xsl:with-param name="kind" select="$kind"/></xsl:call-template>
        <xsl:call-template name="foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- Dublin Core, Open Graph and schema.org. A data block is no script: it is never run, and no policy has to allow it. -->
  <xsl:template name="metadata-of-page">
    <xsl:for-each select="$about/c:about">
      <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
      <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/"/>
      <xsl:for-each select="c:meta"><meta name="{@name}" content="{@content}"/></xsl:for-each>
      <xsl:for-each select="c:property"><meta property="{@name}" content="{@content}"/></xsl:for-each>
      <xsl:for-each select="c:link"><link><xsl:copy-of select="@*"/></link></xsl:for-each>
      <xsl:for-each select="c:data"><script type="application/ld+json"><xsl:value-of select="."/></script></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- Called by name and not handed over as nodes, which would have each page made twice. -->
  <xsl:template name="content">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$kind eq 'letter'"><xsl:call-template name="letter"/></xsl:when>
      <xsl:when test="$kind = ('source', 'facsimile')"><xsl:call-template name="view"/></xsl:when>
      <xsl:when test="$kind = ('calendar', 'register', 'entry', 'search', 'changes', 'notice')"><xsl:call-template name="added"/></xsl:when>
      <xsl:when test="$kind eq 'front-page'"><xsl:call-template name="front-page"/></xsl:when>
      <xsl:when test="$kind eq 'contents-page'"><xsl:call-template name="contents-page"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="part"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="banner">
    <header class="top">
      <a class="home" href="{$root}index.html">
        <xsl:if test="$here eq ''"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
        <xsl:value-of select="$plan/@short"/>
      </a>
      <nav aria-label="Edition">
        <ul role="list">
          <xsl:for-each select="$plan/c:frame/c:link">
            <li>
              <xsl:if test="@of eq 'search'"><xsl:attribute name="class" select="'to-search'"/></xsl:if>
              <a href="{$root}{@slug}/index.html">
                <xsl:if test="@slug eq $here"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:value-of select="@label"/>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
      <xsl:for-each select="$search[$kind ne 'search']">
        <form class="find" role="search" action="{$root}{@slug}/index.html">
          <input type="search" name="q" aria-label="Search the edition" placeholder="Search" autocomplete="off" spellcheck="false"/>
        </form>
      </xsl:for-each>
    </header>
  </xsl:template>

  <xsl:variable name="search" as="element()?" select="$plan/c:frame/c:link[@of eq 'search']"/>

  <xsl:variable name="current" select="$lookup?page($here)"/>
  <xsl:variable name="previous" select="$current/@previous/$lookup?page(string(.))"/>
  <!-- From the front page: to the first text. The page of a source is made once for all documents, and knows no neighbours. -->
  <xsl:variable name="next" select="
    if ($here eq '' and $kind ne 'source') then ($reading/(c:page[not(@type = ('commission', '')) and not(@slug = 'contents')] | c:entry[not(@state)]))[1]
    else $current/@next/$lookup?page(string(.))"/>

  <xsl:function name="f:address" as="xs:string">
    <xsl:param name="page" as="element()"/>
    <xsl:sequence select="$root || (if ($page/self::c:entry) then 'letters/' || $page/@id else $page/@slug) || '/index.html'"/>
  </xsl:function>

  <xsl:template name="neighbour-links">
    <xsl:if test="$previous"><link rel="prev" href="{f:address($previous)}"/></xsl:if>
    <xsl:if test="$next"><link rel="next" href="{f:address($next)}"/></xsl:if>
  </xsl:template>

  <xsl:template name="neighbours">
    <xsl:if test="$previous or $next">
      <nav class="neighbours" aria-label="Previous and next">
        <xsl:for-each select="$previous">
          <a rel="prev" href="{f:address(.)}"><xsl:call-template name="neighbour"><xsl:with-param name="way" select="'Previous'"/></xsl:call-template></a>
        </xsl:for-each>
        <xsl:for-each select="$next">
          <a rel="next" href="{f:address(.)}"><xsl:call-template name="neighbour"><xsl:with-param name="way" select="'Next'"/></xsl:call-template></a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>
  <xsl:template name="neighbour">
    <xsl:param name="way" as="xs:string"/>
    <span class="way"><xsl:value-of select="string-join(($way, @number[. ne '']), ', ')"/></span>
    <span class="what"><xsl:value-of select="if (self::c:page) then @label else string-join((@title, @date[. ne '']), ', ')"/></span>
  </xsl:template>

  <xsl:template name="foot">
    <footer class="foot">
      <xsl:if test="$release ne '' or $since ne ''">
        <p>
          <xsl:value-of select="('Release ' || $release)[$release ne '']"/>
          <xsl:if test="$since ne ''">
            <xsl:if test="$release ne ''">. </xsl:if>
            <a href="{$root}{$changes}/index.html">
              <xsl:if test="$here eq $changes"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
              <xsl:value-of select="'Changes since release ' || $since"/>
            </a>
          </xsl:if>
        </p>
      </xsl:if>
      <xsl:for-each select="$plan/c:frame/c:foot"><p><xsl:value-of select="."/></p></xsl:for-each>
    </footer>
  </xsl:template>

  <!-- The title of a document as lists give it, with the asterisk of a furnished one. -->
  <xsl:template name="listed-title">
    <xsl:value-of select="@title"/>
    <xsl:if test="@furnished eq 'true'"><span class="asterisk">*</span></xsl:if>
  </xsl:template>
</xsl:stylesheet>
