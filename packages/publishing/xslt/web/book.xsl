<?xml version="1.0" encoding="UTF-8"?>
<!--
  One chapter of the book for reading devices, EPUB 3: a document, or a part of the volume, as the web edition shows its
  text, in a frame of its own. Notes are what reading systems open over the text (EPUB 3 Structural Semantics Vocabulary).

  Elements are in no namespace here; who takes the result writes XHTML's at its root.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xmlns:epub="http://www.idpf.org/2007/ops"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="page.xsl"/>
  <!-- A book has the reading text alone. -->
  <xsl:variable name="both" as="xs:boolean" select="false()"/>
  <xsl:variable name="in-browser" as="xs:boolean" select="false()"/>
  <xsl:output method="xml" omit-xml-declaration="yes" encoding="UTF-8" indent="no"/>

  <xsl:template match="/">
    <html>
      <xsl:namespace name="epub" select="'http://www.idpf.org/2007/ops'"/>
      <xsl:attribute name="lang" select="$plan/@lang"/>
      <xsl:attribute name="xml:lang" select="$plan/@lang"/>
      <head>
        <title><xsl:value-of select="string-join(($current/@number, $current/(@title, @label))[. ne ''], '. ')"/></title>
        <link rel="stylesheet" type="text/css" href="../book.css"/>
      </head>
      <xsl:choose>
        <xsl:when test="$kind eq 'document'">
          <xsl:variable name="language" select="f:language(($text/@xml:lang, */@xml:lang, $plan/@lang)[1])"/>
          <body epub:type="bodymatter">
            <section epub:type="chapter" role="doc-chapter" class="document" lang="{$language}" xml:lang="{$language}">
              <xsl:if test="f:direction($language)"><xsl:attribute name="dir" select="f:direction($language)"/></xsl:if>
              <xsl:call-template name="text-of-document"/>
            </section>
          </body>
        </xsl:when>
        <xsl:otherwise>
          <body epub:type="{if ($text/ancestor::front) then 'frontmatter' else 'backmatter'}">
            <xsl:for-each select="$text">
              <xsl:call-template name="book-part"/>
            </xsl:for-each>
          </body>
        </xsl:otherwise>
      </xsl:choose>
    </html>
  </xsl:template>

  <xsl:template name="book-part">
    <section class="part">
      <xsl:apply-templates select="head[1]/preceding-sibling::node()"/>
      <h1>
        <xsl:apply-templates select="head[1]/node()"/>
        <xsl:if test="empty(head)"><xsl:value-of select="$current/@label"/></xsl:if>
      </h1>
      <xsl:variable name="rest" select="if (head) then head[1]/following-sibling::node() else node()"/>
      <xsl:apply-templates select="if (@type = 'notes') then $rest[self::note] else ()" mode="series"/>
      <xsl:apply-templates select="if (@type = 'notes') then $rest[not(self::note)] else $rest"/>
      <xsl:call-template name="notes"/>
    </section>
  </xsl:template>

  <!-- Chapters lie beside one another. -->
  <xsl:function name="f:address" as="xs:string">
    <xsl:param name="page" as="element()"/>
    <xsl:sequence select="(if ($page/self::c:entry) then 'letter-' || $page/@id else 'part-' || $page/@slug) || '.xhtml'"/>
  </xsl:function>
  <xsl:function name="f:href" as="xs:string?">
    <xsl:param name="target" as="item()?"/>
    <xsl:variable name="target" select="string($target)"/>
    <xsl:variable name="entry" select="f:entry($target)"/>
    <xsl:variable name="series" select="$plan/c:frame/c:link[@type = 'notes'][1]"/>
    <xsl:sequence select="
      if (matches($target, '^(https?://|mailto:)[^\s&quot;&lt;>]+$', 'i')) then iri-to-uri($target)
      else if ($entry) then f:address($entry)
      else if (exists($lookup?note(f:fragment($target))) and $series) then 'part-' || $series/@slug || '.xhtml#' || f:fragment($target)
      else ()"/>
  </xsl:function>
  <xsl:function name="f:indexed" as="xs:string">
    <xsl:param name="target" as="item()"/>
    <xsl:variable name="parts" select="tokenize($target, '#')"/>
    <xsl:sequence select="
      if ($parts[1] eq '') then 'part-' || $parts[2] || '.xhtml#' || f:name-id($parts[3])
      else string-join((f:href($parts[1]), $parts[2] ! f:name-id(.)), '#')"/>
  </xsl:function>

  <xsl:template match="ptr[@type = 'endnote'] | note[f:called-here(.)]" priority="2" name="callout">
    <xsl:variable name="at" select="$numbering(generate-id())"/>
    <xsl:variable name="figure" select="
      if (exists($at)) then $at?figure else ($lookup?note(f:fragment(@target))/string(@figure), '?')[1]"/>
    <xsl:if test="self::ptr and $figure eq '?'">
      <xsl:message><dead-callout xmlns="" target="{@target}" path="{path(.)}" of="{f:file(.)}"/></xsl:message>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="empty($at)"><sup class="callout"><xsl:value-of select="$figure"/></sup></xsl:when>
      <xsl:otherwise>
        <a class="callout" id="call-{$at?place}-{count($at?calls[. &lt;&lt; current()]) + 1}" href="#note-{$at?place}" epub:type="noteref" role="doc-noteref">
          <xsl:value-of select="$figure"/>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="notes">
    <xsl:if test="exists($notes)">
      <section class="notes" epub:type="footnotes">
        <h2>Notes</h2>
        <xsl:for-each select="$notes">
          <xsl:variable name="first" select="?calls[1]"/>
          <aside id="note-{?place}" epub:type="footnote" role="doc-footnote">
            <p class="figure"><a href="#call-{?place}-1" role="doc-backlink"><xsl:value-of select="?figure"/></a></p>
            <div class="note-text">
              <xsl:choose>
                <xsl:when test="$first/self::head">The document had no title; the title used has been furnished by the editors.</xsl:when>
                <xsl:otherwise>
                  <xsl:call-template name="note-text">
                    <xsl:with-param name="note" select="if ($first/self::ptr) then $lookup?id(f:fragment($first/@target)) else $first"/>
                  </xsl:call-template>
                </xsl:otherwise>
              </xsl:choose>
            </div>
          </aside>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A note of the volume's series, with the documents that call it. -->
  <xsl:template match="note" mode="series">
    <xsl:variable name="planned" select="$lookup?note(string(@xml:id))"/>
    <aside epub:type="endnote">
      <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
      <p class="figure"><xsl:value-of select="$planned/@figure"/></p>
      <div class="note-text">
        <xsl:call-template name="note-text"><xsl:with-param name="note" select="."/></xsl:call-template>
        <xsl:for-each select="$planned/c:called">
          <xsl:value-of select="if (position() eq 1) then ' Called in ' else if (position() eq last()) then ' and ' else ', '"/>
          <a href="letter-{@in}.xhtml"><xsl:value-of select="@words"/></a>
          <xsl:if test="position() eq last()">.</xsl:if>
        </xsl:for-each>
      </div>
    </aside>
  </xsl:template>

  <xsl:template match="pb">
    <span epub:type="pagebreak" role="doc-pagebreak" class="pb" aria-label="{if (@n) then ' Page ' || @n || '. ' else ' Page break. '}"/>
  </xsl:template>
</xsl:stylesheet>
