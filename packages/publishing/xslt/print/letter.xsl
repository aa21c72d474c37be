<?xml version="1.0" encoding="UTF-8"?>
<!-- One document of the volume, as a Typst function. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:chancery:print" exclude-result-prefixes="#all"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:import href="modules/strings.xsl"/>
  <xsl:import href="modules/inline.xsl"/>
  <xsl:import href="modules/blocks.xsl"/>
  <xsl:import href="modules/pictures.xsl"/>
  <xsl:import href="modules/diplomatic.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The document's address in the volume. -->
  <xsl:param name="id" as="xs:string" select="'document'"/>

  <xsl:template match="/">
    <xsl:variable name="text" select="TEI/text"/>
    <xsl:variable name="document" select="($text/body/div[1], $text/body)[1]"/>
    <!-- Number, date line and title stand in the heading; the text begins after them. -->
    <xsl:variable name="opening" select="
        $document/(head | dateline)[empty(preceding-sibling::*[not(self::head or self::dateline or self::pb or self::milestone)])]"/>
    <xsl:variable name="number-head" select="$opening[self::head][@type = 'number'][1]"/>
    <xsl:variable name="title-head" select="($opening[self::head][@type = 'title'], $opening[self::head][not(@type = 'number')])[1]"/>
    <xsl:variable name="number" select="p:plain($number-head/node())"/>

    <xsl:variable name="titled" select="
        if ($title-head) then p:plain($title-head/node()[not(self::seg[@type = 'handed'])] except $title-head/supplied[seg[@type = 'handed']])
        else ''"/>
    <xsl:variable name="title" select="
        if ($title-head/supplied/seg[@type = 'handed']) then p:plain($title-head/supplied/node()[not(self::seg)])
        else if ($titled != '') then $titled
        else p:plain(TEI/teiHeader/fileDesc/titleStmt/title[1]/node())"/>
    <xsl:variable name="date" select="
        ($opening[self::dateline]//date, $document//closer//date[@type = 'signed'], $document//(closer | opener)//date, $title-head//date)[1]"/>
    <xsl:variable name="rest" select="($document/node() except $opening) | $document/following-sibling::node() | $text/back/node()"/>
    <xsl:variable name="ends" select="p:last-block($rest)"/>

    <xsl:text>#import "press.typ": *&#xA;#let document(first: false) = {&#xA;</xsl:text>
    <!-- A document of another language than the volume is divided by the patterns of its own. -->
    <xsl:for-each select="(TEI[not(text/@xml:lang)] | TEI/text)[@xml:lang][1] ! p:language(.)">
      <xsl:sequence select="'set text(lang: ' || p:string(.) || ')&#xA;'"/>
    </xsl:for-each>
    <xsl:apply-templates select="TEI/processing-instruction('chancery-page')" mode="block"/>
    <xsl:text>document-head(</xsl:text>
    <xsl:value-of separator=", " select="($id, $number, $title, p:plain($date/node())) ! p:string(.)"/>
    <!-- What is called at the number. -->
    <xsl:variable name="number-notes" select="$number-head//(note | ptr[@type = 'endnote'])"/>
    <xsl:if test="$number-notes">
      <xsl:text>, called: join(</xsl:text><xsl:apply-templates select="$number-notes" mode="inline"/><xsl:text>)</xsl:text>
    </xsl:if>
    <xsl:text>, dates: (</xsl:text>
    <xsl:for-each select="$opening[self::dateline]">
      <xsl:text>join(</xsl:text><xsl:apply-templates mode="inline"/><xsl:text>), </xsl:text>
    </xsl:for-each>
    <xsl:text>), titles: (</xsl:text>
    <xsl:choose>
      <xsl:when test="$title-head">
        <xsl:variable name="inside" select="$title-head/node()[not(self::supplied)] | $title-head/supplied/node()"/>
        <xsl:call-template name="lines"><xsl:with-param name="nodes" select="$inside[not(self::seg[@type = 'handed'])]"/><xsl:with-param name="set" select="'displayed'"/></xsl:call-template>
        <xsl:text>), handed: (</xsl:text>
        <xsl:for-each select="$inside/self::seg[@type = 'handed']">
          <xsl:call-template name="lines"><xsl:with-param name="set" select="'running'"/></xsl:call-template>
        </xsl:for-each>
      </xsl:when>
      <!-- A document without a heading of its own is called by its header's title. -->
      <xsl:when test="$title != ''"><xsl:sequence select="'displayed(' || p:string($title) || '), '"/></xsl:when>
    </xsl:choose>
    <xsl:sequence select="'), supplied: ' || exists($title-head/supplied) || ', first: first)&#xA;'"/>
    <xsl:if test="$is-diplomatic"><xsl:sequence select="'show: transcript.with(by-line: ' || $by-line || ')&#xA;'"/></xsl:if>
    <!-- Other headings before the text. -->
    <xsl:apply-templates select="$opening[self::head] except ($number-head, $title-head)" mode="block"/>

    <!--
      Unless the volume says how: a document that calls end notes in figures calls its page notes by letters, or, where its
      textual notes are, by signs.
    -->
    <xsl:if test="$footnotes = '' and $text//ptr[@type = 'endnote'] and $text//note[not(@type = 'endnote')]">
      <xsl:sequence select="'set footnote(numbering: ' || p:string(if ($text//note[@type = 'textual']) then '*' else 'a') || ')&#xA;'"/>
    </xsl:if>
    <xsl:apply-templates select="$text/front" mode="block"/>
    <!-- A body may have more than its divisions. -->
    <xsl:variable name="beside" select="$document[self::div]"/>
    <xsl:variable name="parts" as="array(node()*)*" select="
        array { $beside/preceding-sibling::node() }, array { $document/node() except $opening }, array { $beside/following-sibling::node() | $text/back }"/>
    <xsl:for-each select="$parts">
      <xsl:call-template name="blocks">
        <xsl:with-param name="nodes" select="?*"/>
        <xsl:with-param name="indent" select="false()"/>
        <xsl:with-param name="number" select="($number[. != ''], $title)[1]" tunnel="yes"/>
        <xsl:with-param name="ends" select="$ends" tunnel="yes"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="empty($ends)">document-end()&#xA;</xsl:if>
    <xsl:text>}&#xA;</xsl:text>
  </xsl:template>

  <!-- The lines of displayed matter, parted at lb, as an array. -->
  <xsl:template name="lines">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="set" as="xs:string"/>
    <xsl:for-each-group select="$nodes" group-starting-with="lb">
      <xsl:variable name="line" select="current-group()[not(self::lb)]"/>
      <xsl:if test="exists($line[not(p:is-silent(.))])">
        <xsl:text>join(</xsl:text>
        <xsl:apply-templates select="$line" mode="inline">
          <xsl:with-param name="set" select="$set" tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:text>), </xsl:text>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:template>
</xsl:stylesheet>
