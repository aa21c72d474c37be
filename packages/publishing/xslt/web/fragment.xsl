<?xml version="1.0" encoding="UTF-8"?>
<!-- One fragment of TEI as the pages of the web edition show it, without a page around it. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:include href="modules/functions.xsl"/>
  <xsl:include href="modules/plain.xsl"/>
  <xsl:include href="modules/text.xsl"/>
  <xsl:include href="modules/notes.xsl"/>
  <xsl:include href="modules/frame.xsl"/>

  <xsl:template match="/">
    <xsl:variable name="notes" select="f:note-plan(*)"/>
    <xsl:variable name="numbering" select="f:numbering($notes)"/>
    <div>
      <xsl:apply-templates><xsl:with-param name="numbering" select="$numbering" tunnel="yes"/></xsl:apply-templates>
      <xsl:call-template name="notes">
        <xsl:with-param name="plan" select="$notes"/>
        <xsl:with-param name="numbering" select="$numbering"/>
      </xsl:call-template>
    </div>
  </xsl:template>
</xsl:stylesheet>
