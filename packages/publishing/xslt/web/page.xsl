<?xml version="1.0" encoding="UTF-8"?>
<!--
  One page of the web edition. A document, with its TEI as the source; a page of the volume, with the volume's; or, for
  looking at a piece of TEI by itself, a fragment. All in one, since compiling costs more than running.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:include href="modules/functions.xsl"/>
  <xsl:include href="modules/languages.xsl"/>
  <xsl:include href="modules/lookup.xsl"/>
  <xsl:include href="modules/plain.xsl"/>
  <xsl:include href="modules/headings.xsl"/>
  <xsl:include href="modules/text.xsl"/>
  <xsl:include href="modules/hands.xsl"/>
  <xsl:include href="modules/figures.xsl"/>
  <xsl:include href="modules/notes.xsl"/>
  <xsl:include href="modules/frame.xsl"/>
  <xsl:include href="modules/tools.xsl"/>
  <xsl:include href="modules/document.xsl"/>
  <xsl:include href="modules/views.xsl"/>
  <xsl:include href="modules/cite.xsl"/>
  <xsl:include href="modules/added.xsl"/>
  <xsl:include href="modules/changes.xsl"/>
  <xsl:include href="modules/registers.xsl"/>
  <xsl:include href="modules/matter.xsl"/>
  <xsl:include href="modules/index.xsl"/>

  <!--
    document (its reading text and its diplomatic view in one), one of its other views (source, facsimile), matter, a
    page that the edition adds (calendar, register, entry, search, changes, notice) or fragment
  -->
  <xsl:param name="kind" as="xs:string"/>

  <!--
    Whether the page holds both what the editors read and what the copy has. What one of the two views alone shows stands
    in reading-only or copy-only; who takes the result parts it (two-views.ts). A transform for each would cost double.
  -->
  <xsl:variable name="both" as="xs:boolean" select="$kind eq 'document'"/>

  <!-- What of the source is the page's text, whose names and notes are listed beside it and below. -->
  <xsl:variable name="text" as="element()*" select="
    if ($kind eq 'document') then /*/text
    else if ($kind eq 'matter') then /*/text/(front | back)/div[$here = (@xml:id, @type)[1]][1]
    else /*"/>

  <xsl:template match="/">
    <xsl:choose>
      <xsl:when test="$kind = ('document', 'source', 'facsimile')"><xsl:apply-templates select="." mode="document"/></xsl:when>
      <xsl:when test="$kind = ('calendar', 'register', 'entry', 'search', 'changes', 'notice')"><xsl:apply-templates select="." mode="added"/></xsl:when>
      <xsl:when test="$kind eq 'matter'"><xsl:apply-templates select="." mode="matter"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="fragment"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="fragment">
    <div>
      <xsl:apply-templates/>
      <xsl:call-template name="notes"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
